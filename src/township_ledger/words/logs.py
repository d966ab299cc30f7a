"""Sentences about the change log and what checking it against the ledgers found."""

SENTENCES: dict[str, str] = {
    "log.ok": "操作记录共 {operations} 条，首尾相接；照它重做一遍，与台账的 {rows} 行完全一致。",
    "log.number_missing": "操作记录缺第 {number} 号：有人删过记录。请还原最近一份可信的备份。",
    "log.link_broken": "第 {number} 号操作与前一号接不上：它或它之前的记录被改动过。请还原最近一份可信的备份。",
    "log.digest_wrong": "第 {number} 号操作的明细与它的校验值不符：明细被改动、增加或删除过。请还原最近一份可信的备份。",
    "log.count_wrong": "第 {number} 号操作写明改了 {rows} 行，明细里却有 {found} 行。请还原最近一份可信的备份。",
    "log.unreadable": "第 {number} 号操作的明细读不出来。请还原最近一份可信的备份。",
    "log.stray": "操作记录之外多出 {count} 条不属于任何操作的明细。请还原最近一份可信的备份。",
    "log.row_differs": "“{title}”第 {row} 行的“{column}”与操作记录不一致：有人绕过程序改过数据库。行编号 {uid}。",
    "log.row_missing": "“{title}”少了一行，操作记录里有它。行编号 {uid}。",
    "log.row_extra": "“{title}”多出第 {row} 行，操作记录里没有它。行编号 {uid}。",
    "log.home_differs": "设置“{key}”与操作记录不一致：有人绕过程序改过数据库。",
    "log.file_damaged": "数据库文件的自检没有通过，共 {count} 处。请还原最近的备份。",
}
