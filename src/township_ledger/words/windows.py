"""Sentences about the window itself: one window a home."""

SENTENCES: dict[str, str] = {
    "window.open_here": "这本台账已经在另一个窗口里打开。请用那个窗口。",
    "window.open_elsewhere": "这本台账登记在“{computer}”上打开着。确认那台电脑已经关闭本程序，再接管。",
    "window.take_over": "那台电脑已关闭，接管",
    "window.no_recovery": "还没有留下恢复码。忘了密码，只有恢复码能打开台账。",
    "window.show_recovery": "看恢复码",
    "window.later": "下次再说",
    "window.no_lock": "台账文件夹写不进去，打不开。检查这个文件夹是否只读。",
}
