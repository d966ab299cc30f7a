"""Sentences about making a bundle."""

SENTENCES: dict[str, str] = {
    "bundle.no_unit": "还没有写单位名称，报送包不能没有单位。先在设置里写上单位名称。",
    "bundle.clock_before_build": "电脑时间是 {now}，早于本程序的发布日期 {build}。先校准电脑时间，或确认后继续。",
    "bundle.clock_before_operation": "电脑时间是 {now}，早于台账里最后一次操作 {last}。先校准电脑时间，或确认后继续。",
    "bundle.clock_far_ahead": "电脑时间是 {now}，比台账里最后一次操作 {last} 晚了 400 天以上。先校准电脑时间，或确认后继续。",
    "bundle.too_large": "报送包太大：最多 200 MB。缩短期间，或分成几次报送。",
    "bundle.waiting": "第 {sequence} 号报送包上次没有写成，内容没有变，这次写的就是它，没有另编新号。",
    "bundle.reports_missing": "没有可以报送的报表。",
    "bundle.key_damaged": "台账里的校验密钥打不开。从备份恢复，或联系管理员。",
    "bundle.self_check": "报送包写好后自检没有通过：{first}。没有报送，请再做一次。",
    "bundle.not_sent": "没有第 {sequence} 号报送包，不能替换它。",
    "bundle.sent_damaged": "第 {sequence} 号报送包的存底已损坏或被移走，不能再写一份。重新做一次报送包。",
    "bundle.masked": "文字里的 {ids} 个身份证号、{phones} 个手机号已遮盖后报送。",
    "bundle.gap.drafts": "{count} 行草稿未列入",
    "bundle.gap.told": "有内容未列入",
    "bundle.gap.empty": "还没有记录",
    "bundle.unregistered": "未登记单位：收件方还没有登记本单位的校验密钥。把登记单盖章后交给收件方。",
}
