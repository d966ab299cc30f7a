"""Sentences about operations and undoing them."""

SENTENCES: dict[str, str] = {
    "operation.unknown": "没有第 {number} 号操作。",
    "operation.not_undoable": "第 {number} 号操作不能撤销：报送、换钥匙、登记一类的操作已经对外生效。",
    "operation.undone": "第 {number} 号操作已经撤销过了。",
}
