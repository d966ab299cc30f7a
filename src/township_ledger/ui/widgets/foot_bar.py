"""The bar at the foot of the window: what is shown, what was saved, and the one job that runs, with 停止."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from township_ledger import words

if TYPE_CHECKING:
    from datetime import datetime

    from township_ledger.ui.background import Background, Progressed, WorkerJob
    from township_ledger.ui.services import SaveState

MESSAGE_MS = 12_000
"""How long a sentence such as 已写入 42 行 stays."""

MOST_SECONDS = 90
"""Up to here the time left is told in seconds, above in minutes."""


class FootBar(QFrame):
    """Left: counts and the newest sentence, or the job at work; right: saving and backup."""

    def __init__(self, background: Background, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "foot")
        self._background = background
        self._counts = QLabel()
        self._message = QLabel()
        self._message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._saved = QLabel()
        self._backup = QLabel()
        self._what = QLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(180)
        self._bar.setAccessibleName("进度")
        self._left = QLabel()
        self._stop = QPushButton("停止")
        self._stop.setProperty("look", "flat")
        self._stop.setToolTip(words.sentence("job.stop_means"))
        self._stop.clicked.connect(self._cancel)
        self._means = QLabel(words.sentence("job.stop_means"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 12, 2)
        row.setSpacing(12)
        for widget in (self._counts, self._what, self._bar, self._left, self._stop):
            row.addWidget(widget)
        row.addWidget(self._message, 1)
        for widget in (self._means, self._saved, self._backup):
            row.addWidget(widget)
        self.setFixedHeight(30)
        self._quiet = QTimer(self, singleShot=True, interval=MESSAGE_MS)
        self._quiet.timeout.connect(self._forget_message)
        background.changed.connect(self.look_again)
        self.look_again()

    def show_counts(self, text: str) -> None:
        """Show the left end: 共 42 行 · 已选 1 格."""
        self._counts.setText(text)

    def show_message(self, text: str) -> None:
        """Show a sentence about what is true now, for a while."""
        self._message.setText(text)
        self._message.setToolTip(text)
        self._message.setAccessibleName(text)
        self._quiet.start()

    def show_saving(self, state: SaveState) -> None:
        """Show whether everything typed has been saved."""
        if state.busy:
            text = f"另一个程序正在写入，{state.pending} 处修改排队中"
        elif state.pending:
            text = f"正在保存 {state.pending} 处修改"
        elif state.saved_at is not None:
            text = f"已保存 {state.saved_at:%H:%M}"
        else:
            text = ""
        self._saved.setText(text)

    def show_backup(self, at: datetime | None, now: datetime) -> None:
        """Show the age of the newest backup that passed its self-test."""
        if at is None:
            self._backup.setText("还没有备份")
        elif at.date() == now.date():
            self._backup.setText(f"今天 {at:%H:%M} 已备份")
        else:
            self._backup.setText(f"{(now.date() - at.date()).days} 天前备份")

    def look_again(self) -> None:
        """Show the job at work, or none."""
        job = self._background.current()
        for widget in (self._what, self._bar, self._left, self._stop, self._means):
            widget.setVisible(job is not None)
        for widget in (self._counts, self._message, self._saved, self._backup):
            widget.setVisible(job is None)
        if job is not None:
            self._tell(job)

    def _tell(self, job: WorkerJob) -> None:
        progress = job.state.progress
        self._what.setText(stage_words(job))
        self._stop.setEnabled(not job.state.stopping)
        if progress is None or not progress.total:
            self._bar.setRange(0, 0)
            self._left.setText("")
        else:
            self._bar.setRange(0, 100)
            self._bar.setValue(min(100, 100 * progress.done // progress.total))
            self._left.setText(progress_words(progress))

    def _cancel(self) -> None:
        job = self._background.current()
        if job is not None:
            job.cancel()

    def _forget_message(self) -> None:
        self._message.clear()
        self._message.setToolTip("")


def stage_words(job: WorkerJob) -> str:
    """Return what a job is doing: its stage where that has words, else the deed."""
    state = job.state
    if state.stopping:
        return words.sentence("job.stopping")
    if state.waiting:
        return words.sentence("job.waiting")
    if state.progress is not None and words.known(state.progress.stage):
        return words.sentence(state.progress.stage)
    code = f"job.{state.deed}"
    return words.sentence(code) if words.known(code) else words.sentence("job.waiting")


def progress_words(progress: Progressed) -> str:
    """Return 64%，还要 3 秒."""
    percent = f"{min(100, 100 * progress.done // (progress.total or 1))}%"
    left = progress.seconds_left
    if left is None:
        return percent
    if left <= MOST_SECONDS:
        return f"{percent}，{words.sentence('job.seconds_left', seconds=left)}"
    return f"{percent}，{words.sentence('job.minutes_left', minutes=round(left / 60))}"
