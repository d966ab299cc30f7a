"""Sentences about jobs in the background: what runs, and how it ended when it did not end well."""

SENTENCES: dict[str, str] = {
    "job.died": "后台处理意外中断，没有写入任何内容。再试一次；还不行就在设置里导出诊断信息。",
    "job.not_started": "后台处理没能启动。重新打开程序后再试。",
    "job.ended_by_force": "处理没有按时停下，已强行结束。看一眼操作记录，确认是否已经写入。",
    "job.closing": "程序正在关闭，不再开始新的处理。",
    "job.check-up": "体检",
    "job.import-preview": "读取表格",
    "job.import-map": "按新的列对应重新核对",
    "job.import-apply": "写入台账",
    "job.import-rejects": "另存待处理的行",
    "job.report": "生成报表",
    "job.bundle": "生成报送包",
    "job.verify": "核对报送包",
    "job.backup": "备份",
    "job.audit": "核对操作记录",
    "job.waiting": "前面还有事情没做完，排队中",
    "job.stopping": "正在停下",
    "job.seconds_left": "还要 {seconds} 秒",
    "job.minutes_left": "还要 {minutes} 分钟",
    "job.stop_means": "停止 = 什么都不写",
}
