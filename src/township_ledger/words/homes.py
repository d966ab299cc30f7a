"""Sentences about a home: its folder, its persons, its passwords, its recovery sheet."""

SENTENCES: dict[str, str] = {
    "home.not_here": "“{folder}”里没有台账。换一个文件夹，或先新建一本。",
    "home.exists": "“{folder}”里已经有一本台账。直接打开它，或换一个文件夹新建。",
    "home.network_drive": "“{folder}”在网络盘上，台账放在那里容易损坏。请放到本机硬盘，用“复制到本机”。",
    "home.in_use": "台账正在别的窗口或任务里使用，这一步要等它们都结束。关掉其他窗口后再试。",
    "home.unit_name": "单位名称要写一行字，最多 {limit} 个字。",
    "home.person_name": "姓名要写一行字，最多 {limit} 个字。",
    "home.password_short": "密码至少 8 个字符。",
    "home.password_digits": "密码不能全是数字，再加上字母或汉字。",
    "home.password_name": "密码不能就是单位名称或姓名，换一个别人猜不到的。",
    "home.wrong_password": "密码不对。看看大小写和输入法，再试一次；忘了密码可以用恢复单打开。",
    "home.no_person": "这本台账没有给“{person}”设过密码。在名单里选人，或用恢复单打开。",
    "home.slot_parameters": "密码文件里的参数不在允许的范围内，可能被改动过。请用恢复单打开，或还原备份。",
    "home.keys_damaged": "密码文件损坏，读不出来。请用恢复单打开，或还原备份。",
    "home.newer": "这本台账由更新的程序写成。请先更新本程序。",
    "home.sheet_length": "恢复单没有抄全：应有两行，共 {groups} 组。",
    "home.sheet_letter": "恢复单里的“{letter}”不是恢复单用的字符，只有字母和数字 2 到 7。",
    "home.sheet_group": "恢复单第 {group} 组抄错了，对着原件再看一遍这一组。",
}
