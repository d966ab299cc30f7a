"""Sentences about ledger definitions that cannot be used."""

SENTENCES: dict[str, str] = {
    "definition.toml": "台账定义 {file} 第 {line} 行不是有效的 TOML。改正这一行后再试。",
    "definition.too_deep": "台账定义 {file} 嵌套过深，不予读取。",
    "definition.not_table": "台账定义 {file} 里，{key} 应是一个表。",
    "definition.missing": "台账定义 {file} 里缺少 {key}。",
    "definition.empty": "台账定义 {file} 里，{key} 是空的。",
    "definition.wrong_type": "台账定义 {file} 里，{key} 的类型不对。",
    "definition.name": "台账定义 {file} 里，{key} 的“{value}”不能作名称：只用小写字母、数字和下划线，字母开头，最多 40 个。",
    "definition.not_one_of": "台账定义 {file} 里，{key} 的“{value}”不在可用的值之内：{allowed}。",
    "definition.unknown_key": "台账定义 {file} 里，{key} 不认识。检查拼写，或更新程序。",
    "definition.reserved": "台账定义 {file} 里，{key} 的“{value}”是程序自用的列名，换一个。",
    "definition.choices": "台账定义 {file} 里，{key}：选项列要列出选项，其他列不能有选项。",
    "definition.feed": "台账定义 {file} 里，{key} 要在 when 与 list_column 中写且只写一个。",
    "definition.twice": "台账定义 {file} 里，{key} 的“{value}”出现了两次。",
    "definition.unknown_column": "台账定义 {file} 里，{key} 提到的列“{value}”没有定义。",
    "definition.unknown_ledger": "台账定义 {file} 里，{key} 提到的台账“{value}”没有定义。",
    "definition.column_count": "台账定义 {file} 里，{key} 应有 1 到 {limit} 个。",
    "definition.ledger_count": "台账太多：最多 {limit} 个。",
    "definition.format": "台账定义 {file} 的格式版本不认识，请更新程序。",
}
