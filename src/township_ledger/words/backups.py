"""Sentences about backups and restoring them."""

SENTENCES: dict[str, str] = {
    "backup.not_one": "“{file}”不是本程序的备份文件。",
    "backup.damaged": "备份文件“{file}”损坏，没有还原。换一份备份再试。",
    "backup.newer": "备份文件“{file}”由更新的程序写成。请先更新本程序。",
    "backup.self_test": "备份写好后试着还原，结果与台账不一致，这份备份已经删除。请再备份一次；再不行就换一块盘。",
    "backup.exists": "“{folder}”里已经有一本台账，没有还原进去。换一个空文件夹。",
    "backup.too_large": "备份放不下：还需要约 {needed} MB。清理后再试，或换一块盘。",
}
