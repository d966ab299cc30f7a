"""What the program says about itself: when it broke, and what it lacks."""

from __future__ import annotations

SENTENCES = {
    "app.crashed": "程序出了错，这一步没有完成，台账没有受影响。错误报告已存到日志文件夹，不含台账内容。",
    "app.unknown_deed": "程序的两部分不是同一个版本，请重新安装。",
}
