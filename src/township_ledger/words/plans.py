"""Sentences about plan packs that cannot be used."""

SENTENCES: dict[str, str] = {
    "plan.toml": "计划包 {file} 第 {line} 行不是有效的 TOML。改正这一行后再试。",
    "plan.too_deep": "计划包 {file} 嵌套过深，不予读取。",
    "plan.format": "计划包 {file} 的格式版本（{key}）不认识，请更新程序。",
    "plan.missing": "计划包 {file} 里缺少 {key}，或它是空的。",
    "plan.wrong_type": "计划包 {file} 里，{key} 的类型或取值不对。",
    "plan.unknown_key": "计划包 {file} 里，{key} 不认识。检查拼写，或更新程序。",
    "plan.name": "计划包 {file} 里，{key} 的“{value}”不能作名称：只用小写字母、数字、下划线和连字符，字母开头，最多 40 个。",
    "plan.hours": "计划包 {file} 里，{key} 应大于 0、不超过 {limit}。",
    "plan.contradiction": "计划包 {file} 里，{key} 的“{value}”不能既计入又不计入。",
}
