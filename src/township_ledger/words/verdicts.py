"""The verdict over a bundle, in one line, and what to do."""

SENTENCES: dict[str, str] = {
    "verdict.pass": "通过：来源与完整性校验正确，{unit}，第 {sequence} 号，{period}。",
    "verdict.one_fault": "有问题：{first}。",
    "verdict.faults": "有问题 {count} 处，首先是：{first}。",
    "verdict.not_bundle": "不是报送包。",
    "verdict.undecided": "无法判断：{first}。",
    "verdict.source_unknown": "无法判断·来源未核实：密钥没有登记，登记校验码 {mark}。",
}
