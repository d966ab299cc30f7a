"""Sentences about reading and writing the database."""

SENTENCES: dict[str, str] = {
    "store.busy": "台账正在被另一个任务写入，请等它结束后再试。",
    "store.full": "硬盘已满，没有写入。腾出空间后再试。",
    "store.read_only": "这个位置不允许写入。请换一个文件夹，或请管理员放开权限。",
    "store.disk": "读写硬盘时出错。检查硬盘，并从备份还原到另一块硬盘。",
    "store.cannot_open": "数据库文件打不开。检查文件是否还在，或还原最近的备份。",
    "store.wrong_key": "用这个密码取出的钥匙打不开数据库，数据库文件可能损坏或被换过。请还原最近的备份。",
    "store.damaged": "数据库文件已损坏。请还原最近的备份。",
    "store.plain": "“{file}”是没有加密的数据库，不是本程序的台账，未打开。",
    "store.newer": "这本台账由更新的程序写成。请先更新本程序。",
    "store.newer_ledger": "“{title}”的定义比本程序的新。请先更新本程序。",
    "store.no_row": "“{title}”里没有这一行。刷新后再试。",
    "store.retired": "这一行已经移出台账，不能再改。",
    "store.referred": "“{title}”里还有行用到它，先处理那些行。",
}
