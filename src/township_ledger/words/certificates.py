"""Sentences about certificates: why somebody may or may not enforce on a day."""

SENTENCES: dict[str, str] = {
    "certificate.may": "可执法",
    "certificate.may_validity_unknown": "可执法（有效期未登记）",
    "certificate.may_unstated": "可执法（状态和有效期未登记）",
    "certificate.auxiliary": "辅助人员，只能协助",
    "certificate.not_officer": "不是执法人员",
    "certificate.left": "已离岗",
    "certificate.not_entered": "尚未到岗",
    "certificate.none": "没有登记执法证",
    "certificate.suspended": "证件暂扣",
    "certificate.withdrawn": "证件已收回",
    "certificate.cancelled": "证件已注销",
    "certificate.revoked": "证件已吊销",
    "certificate.lost": "证件遗失",
    "certificate.expired": "证件已过有效期",
    "certificate.reissuing": "证件补办中",
    "certificate.renewing": "证件换发中",
    "certificate.not_yet": "证件未到有效期",
}
