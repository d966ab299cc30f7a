"""Sentences about writing a bundle to a folder or a stick."""

SENTENCES: dict[str, str] = {
    "drive.not_folder": "{folder} 不是文件夹，或已经拔出。重新选择。",
    "drive.full": "{folder} 空间不够：还要 {needed}，只剩 {free}。删掉不用的文件，或换一个。没有留下残件。",
    "drive.read_only": "{folder} 写不进去（只读，或开了写保护）。打开写保护开关，或换一个。",
    "drive.pulled": "{folder} 在写入时拔出或出错，文件没有写成。重新插好后再写一次。",
    "drive.wrong_after_read_back": "写到 {folder} 的文件读回来与原件不符，已删除。这个 U 盘可能坏了，换一个再写。",
    "drive.leftover": "{folder} 上的残件 {file} 没能删除，看到后请手工删除。",
    "drive.same_name": "{folder} 里已有同名而内容不同的文件 {file}。先把它移走，或换一个文件夹。",
    "drive.home_full": "存放台账的磁盘空间不够，报送包没有写成。腾出空间后再做一次。",
    "drive.home_unwritable": "存放台账的文件夹写不进去，报送包没有写成。检查磁盘后再做一次。",
    "drive.done": "已写入并读回核对，可以拔出。",
    "drive.already_there": "{folder} 里已有同一个文件，已读回核对，可以拔出。",
}
