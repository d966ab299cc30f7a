"""What the program says about itself: when it broke, and what it lacks."""

from __future__ import annotations

SENTENCES = {
    "app.crashed": "程序出了错，这一步没有完成，台账没有受影响。错误报告已存到日志文件夹，不含台账内容。",
    "app.sheet_title": "恢复单",
    "app.sheet_of": "{unit}的乡镇执法台账，{date} 打印。",
    "app.sheet_key": "恢复码（第 {first} 组到第 {last} 组）",
    "app.sheet_salt": "附码（第 {first} 组到第 {last} 组），一并输入",
    "app.sheet_what": "忘记密码时，凭上面的恢复码可以直接打开台账和备份，不需要任何人的密码。",
    "app.sheet_how": "在打开台账的页面选“用恢复单打开”，按顺序输入各组。字母不分大小写，字符只有 A–Z 和 2–7；输错时会指出是第几组。",
    "app.sheet_keep": "请锁进保险柜或封存，不要拍照，不要放在电脑旁。谁拿到这张纸和台账文件，谁就能看到全部内容。打印后请把 PDF 文件删掉。",
    "app.sheet_new": "换了新的密钥以后，这张单就作废，要重新打印。",
    "app.unknown_deed": "程序的两部分不是同一个版本，请重新安装。",
}
