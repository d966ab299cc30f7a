"""Sentences about reporting periods."""

SENTENCES: dict[str, str] = {
    "period.shape": "“{text}”不是报送期间。写成 2026、2026H1、2026Q3 或 2026-10。",
}
