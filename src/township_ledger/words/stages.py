"""What a long deed is busy with, for the bar at the foot."""

SENTENCES: dict[str, str] = {
    "stage.reading": "正在读取文件",
    "stage.classifying": "正在与台账对照",
    "stage.staging": "正在准备预览",
    "stage.saving": "正在写入台账",
    "stage.writing": "正在写文件",
    "stage.bundle_reports": "正在生成报表",
    "stage.bundle_data": "正在整理数据包",
    "stage.bundle_writing": "正在写报送包",
    "stage.bundle_checking": "正在自检报送包",
    "stage.delivering": "正在写到目标位置",
    "stage.reading_back": "正在读回核对",
    "stage.checking_log": "正在核对操作记录",
    "stage.checking_rows": "正在对照台账的每一行",
    "stage.backing_up": "正在备份",
    "stage.checking_backup": "正在试着还原",
}
