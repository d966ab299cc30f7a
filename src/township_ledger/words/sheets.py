"""Sentences about a sheet that was opened: what the clerk should know of it before it goes in."""

SENTENCES: dict[str, str] = {
    "sheet.unknown": "工作簿里没有名为“{sheet}”的工作表。请从列出的工作表里选一个。",
    "sheet.empty": "工作表“{sheet}”里没有内容。",
    "sheet.macros": "文件带有宏。宏没有运行，只读取了单元格里的值。",
    "sheet.is_workbook": "文件名以 {ending} 结尾，内容其实是 .xlsx 工作簿，已按内容读取。",
    "sheet.is_text": "文件名以 {ending} 结尾，内容其实是文本表格（CSV），已按内容读取。",
    "sheet.hidden_sheets": "另有 {count} 张隐藏的工作表没有读取：{names}。",
    "sheet.is_hidden": "工作表“{sheet}”在源文件里是隐藏的。",
    "sheet.hidden_rows": "源表有 {count} 行被隐藏。",
    "sheet.hidden_columns": "源表有 {count} 列被隐藏。",
    "sheet.unstored": "{count} 个公式没有保存计算结果（第一处在 {cell}），读到的是空白。请先在 WPS 中打开并保存一次，再导入。",
    "sheet.not_written": "写不了“{file}”：位置不存在、没有权限，或文件正被打开。换一个位置，或关闭它后再试。",
    "sheet.errors": "{count} 个单元格是错误值（第一处在 {cell}），例如 #N/A。请在源表里改正。",
}
