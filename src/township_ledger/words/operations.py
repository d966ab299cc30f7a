"""Sentences about operations and undoing them."""

SENTENCES: dict[str, str] = {
    "operation.unknown": "没有第 {number} 号操作。",
    "operation.not_undoable": "第 {number} 号操作不能撤销：报送、换钥匙、登记一类的操作已经对外生效。",
    "operation.undone": "第 {number} 号操作已经撤销过了。",
    # kinds of operations
    "operation.kind.create_home": "建立台账",
    "operation.kind.edit": "修改",
    "operation.kind.add": "添加",
    "operation.kind.retire": "移出",
    "operation.kind.import": "导入",
    "operation.kind.undo": "撤销",
    "operation.kind.redo": "重做",
    "operation.kind.bundle": "报送",
    "operation.kind.key": "校验密钥",
    "operation.kind.trust": "登记校验码",
    "operation.kind.setting": "改设置",
    "operation.kind.unmask": "明文输出",
    "operation.kind.migrate": "更新台账结构",
    "operation.kind.restore": "还原备份",
}
