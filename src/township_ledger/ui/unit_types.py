"""The kinds of unit that a bundle may name."""

UNIT_TYPES = ("乡镇人民政府", "街道办事处", "综合行政执法队", "其他")
