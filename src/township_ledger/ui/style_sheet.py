"""The one style sheet, made from the tokens.

Widgets choose a look by the dynamic property `look` (set in Designer or by `setProperty("look", …)`):
labels `h1 h2 big sub small link amber red`; buttons `primary flat chip nav icon danger`; frames `card rule side foot drop
drop-over strip`; labels as tags `tag-grey tag-green tag-amber tag-red`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from township_ledger.ui.theme import Tokens

_TEMPLATE = """
QMainWindow, QDialog, QWidget#page, QWidget#stage {{ background: {page}; }}
QLabel {{ background: transparent; }}
QPushButton, QToolButton, QCheckBox, QRadioButton, QComboBox {{ outline: 0; }}
QLabel[look="h1"] {{ font-size: 15pt; font-weight: {bold}; }}
QLabel[look="h2"] {{ font-size: 11pt; font-weight: {bold}; }}
QLabel[look="big"] {{ font-size: 20pt; font-weight: {bold}; }}
QLabel[look="label"] {{ color: {text_2}; }}
QLabel[look="sub"] {{ color: {text_3}; }}
QLabel[look="small"] {{ color: {text_3}; font-size: 9pt; }}
QLabel[look="amber"] {{ color: {amber}; }}
QLabel[look="red"] {{ color: {red}; }}
QLabel[look="tag-grey"] {{ color: {text_2}; background: {hover}; border-radius: 4px; padding: 1px 7px; font-size: 9pt; }}
QLabel[look="tag-green"] {{ color: {green}; background: {green_soft}; border-radius: 4px; padding: 1px 7px; font-size: 9pt; }}
QLabel[look="tag-amber"] {{ color: {amber}; background: {amber_soft}; border-radius: 4px; padding: 1px 7px; font-size: 9pt; }}
QLabel[look="tag-red"] {{ color: {red}; background: {red_soft}; border-radius: 4px; padding: 1px 7px; font-size: 9pt; }}

QFrame[look="card"] {{ background: {surface}; border: 1px solid {line}; border-radius: 8px; }}
QFrame[look="strip"] {{ background: {surface}; border: 1px solid {line}; border-radius: 6px; }}
QFrame[look="rule"] {{ background: {line}; border: 0; max-height: 1px; min-height: 1px; }}
QFrame[look="drop"] {{ background: {surface}; border: 2px dashed {line_strong}; border-radius: 12px; }}
QFrame[look="drop-over"] {{ background: {accent_soft}; border: 2px dashed {accent}; border-radius: 12px; }}
QFrame[look="side"] {{ background: {sunken}; border: 0; border-right: 1px solid {line}; }}
QFrame[look="foot"] {{ background: {surface}; border: 0; border-top: 1px solid {line}; }}
QFrame[look="foot"] QLabel {{ color: {text_3}; font-size: 9pt; }}

QPushButton {{ background: {surface}; color: {text}; border: 1px solid {line_strong}; border-radius: 6px; padding: 0 14px; min-height: 30px; }}
QPushButton:hover {{ background: {hover}; }}
QPushButton:pressed {{ background: {line}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 0 13px; min-height: 28px; }}
QPushButton:disabled {{ color: {text_3}; background: {sunken}; border-color: {line}; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
QPushButton[look="primary"] {{ background: {accent}; border: 1px solid {accent}; color: {accent_text}; font-weight: {bold}; }}
QPushButton[look="primary"]:hover {{ background: {accent_hover}; border-color: {accent_hover}; }}
QPushButton[look="primary"]:focus {{ border: 2px solid {text}; }}
QPushButton[look="primary"]:disabled {{ background: {line}; border-color: {line}; color: {text_3}; }}
QPushButton[look="danger"] {{ color: {red}; }}
QPushButton[look="flat"] {{ background: transparent; border: 1px solid transparent; border-radius: 4px; color: {accent}; padding: 0 4px; min-height: 24px; }}
QPushButton[look="flat"]:hover {{ background: {hover}; }}
QPushButton[look="flat"]:focus {{ border: 2px solid {accent}; padding: 0 3px; min-height: 22px; }}
QPushButton[look="flat"]:disabled {{ color: {text_3}; }}
QPushButton[look="tag-green"] {{ color: {green}; background: {green_soft}; border: 1px solid transparent; border-radius: 4px; padding: 1px 7px; font-size: 9pt; min-height: 20px; }}
QPushButton[look="tag-green"]:hover {{ border-color: {green}; }}
QPushButton[look="tag-green"]:focus {{ border: 2px solid {accent}; padding: 0 6px; }}
QPushButton[look="tag-amber"] {{ color: {amber}; background: {amber_soft}; border: 1px solid transparent; border-radius: 4px; padding: 1px 7px; font-size: 9pt; min-height: 20px; }}
QPushButton[look="tag-amber"]:hover {{ border-color: {amber}; }}
QPushButton[look="tag-amber"]:focus {{ border: 2px solid {accent}; padding: 0 6px; }}
QPushButton[look="tag-red"] {{ color: {red}; background: {red_soft}; border: 1px solid transparent; border-radius: 4px; padding: 1px 7px; font-size: 9pt; min-height: 20px; }}
QPushButton[look="tag-red"]:hover {{ border-color: {red}; }}
QPushButton[look="tag-red"]:focus {{ border: 2px solid {accent}; padding: 0 6px; }}
QPushButton[look="chip"] {{ border: 1px solid {line}; border-radius: 13px; min-height: 24px; max-height: 24px; padding: 0 11px; color: {text_2}; }}
QPushButton[look="chip"]:checked {{ background: {accent_soft}; border-color: {accent}; color: {accent}; font-weight: {bold}; }}
QPushButton[look="chip"]:focus {{ border: 2px solid {accent}; padding: 0 10px; min-height: 22px; max-height: 22px; }}

QToolButton[look="nav"] {{ border: 1px solid transparent; border-radius: 6px; padding: 0 10px; text-align: left; color: {text_2}; background: transparent; }}
QToolButton[look="nav"]:hover {{ background: {hover}; }}
QToolButton[look="nav"]:checked {{ background: {surface}; color: {accent}; font-weight: {bold}; border: 1px solid {line}; }}
QToolButton[look="nav"]:focus {{ border: 2px solid {accent}; padding: 0 9px; }}
QToolButton[look="icon"] {{ border: 1px solid transparent; border-radius: 6px; background: transparent; min-width: 28px; min-height: 28px; }}
QToolButton[look="icon"]:hover {{ background: {hover}; }}
QToolButton[look="icon"]:focus {{ border: 2px solid {accent}; }}
QToolButton[look="icon"]::menu-indicator {{ image: none; width: 0; }}

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit {{
  background: {surface}; color: {text}; border: 1px solid {line_input}; border-radius: 6px;
  selection-background-color: {accent}; selection-color: {accent_text}; }}
QLineEdit, QSpinBox, QDateEdit {{ padding: 0 9px; min-height: 30px; }}
QComboBox {{ padding: 0 9px; min-height: 30px; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {{ border: 2px solid {accent}; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {{ padding: 0 8px; min-height: 28px; }}
QLineEdit:disabled, QComboBox:disabled {{ color: {text_3}; background: {sunken}; border-color: {line}; }}
QComboBox::drop-down {{ subcontrol-origin: padding; subcontrol-position: center right; width: 26px; border: 0; }}
QComboBox::down-arrow {{ image: url({icons}/field-down.svg); width: 16px; height: 16px; }}
QComboBox QAbstractItemView {{ background: {surface}; color: {text}; border: 1px solid {line_strong}; outline: 0;
  selection-background-color: {accent_soft}; selection-color: {text}; }}
QAbstractItemView[look="cell"] {{ border-radius: 0; }}
QTableView QLineEdit, QTableView QComboBox, QTableView QPlainTextEdit {{ border: 2px solid {accent}; border-radius: 0; padding: 0 6px; min-height: 0; }}

QCheckBox, QRadioButton {{ background: transparent; spacing: 8px; min-height: 24px; border: 2px solid transparent; border-radius: 4px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {accent}; }}
QCheckBox::indicator {{ width: 16px; height: 16px; border: 1px solid {line_input}; border-radius: 4px; background: {surface}; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; image: url({icons}/field-check-{shade}.svg); }}
QRadioButton::indicator {{ width: 16px; height: 16px; border: 1px solid {line_input}; border-radius: 8px; background: {surface}; }}
QRadioButton::indicator:checked {{ border: 5px solid {accent}; width: 8px; height: 8px; }}

QTableView, QListView, QTreeView {{ background: {surface}; alternate-background-color: {surface}; color: {text}; border: 1px solid {line};
  border-radius: 8px; gridline-color: {line}; outline: 0;
  selection-background-color: {accent_soft}; selection-color: {text}; }}
QTableView:focus, QListView:focus, QTreeView:focus {{ border-color: {accent}; }}
QListView[look="plain"], QTableView[look="plain"] {{ border: 0; border-radius: 0; background: transparent; }}
QListView::item {{ min-height: 30px; padding: 0 8px; border: 0; }}
QTableView[look="list"]::item {{ padding: 0 8px; border: 0; }}
QTableView[look="list"]::item:selected {{ background: {accent_soft}; color: {text}; }}
QTableView[look="list"] QComboBox {{ border: 1px solid {line_input}; border-radius: 6px; margin: 3px 6px; }}
QTableView[look="list"] QComboBox:focus {{ border: 2px solid {accent}; }}
QListView[look="plain"]::item {{ min-height: 24px; padding: 0 4px; }}
QListView::item:selected {{ background: {accent_soft}; color: {text}; }}
QHeaderView {{ background: {sunken}; border: 0; border-top-left-radius: 8px; border-top-right-radius: 8px; }}
QHeaderView::section {{ background: {sunken}; color: {text_2}; border: 0; border-right: 1px solid {line}; border-bottom: 1px solid {line};
  padding: 0 8px; font-weight: {bold}; }}
QHeaderView::section:vertical {{ padding: 0 4px; font-weight: 400; color: {text_3}; }}
QHeaderView::down-arrow {{ image: url({icons}/field-down.svg); width: 12px; height: 12px; subcontrol-position: center right; }}
QHeaderView::up-arrow {{ image: url({icons}/field-up.svg); width: 12px; height: 12px; subcontrol-position: center right; }}
QTableCornerButton::section {{ background: {sunken}; border: 0; border-right: 1px solid {line}; border-bottom: 1px solid {line}; border-top-left-radius: 8px; }}

QScrollArea {{ border: 0; background: transparent; }}
QScrollArea > QWidget > QWidget#scrolled {{ background: transparent; }}
QScrollBar:vertical {{ width: 10px; background: transparent; margin: 0; }}
QScrollBar:horizontal {{ height: 10px; background: transparent; margin: 0; }}
QScrollBar::handle {{ background: {line_strong}; border-radius: 5px; }}
QScrollBar::handle:hover {{ background: {line_input}; }}
QScrollBar::handle:vertical {{ min-height: 30px; }}
QScrollBar::handle:horizontal {{ min-width: 30px; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}

QProgressBar {{ background: {hover}; border: 0; border-radius: 3px; min-height: 6px; max-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QMenu {{ background: {surface}; color: {text}; border: 1px solid {line_strong}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accent_soft}; }}
QMenu::item:disabled {{ color: {text_3}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QToolTip {{ background: {surface}; color: {text}; border: 1px solid {line_strong}; padding: 4px 6px; }}
QSplitter::handle {{ background: transparent; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
"""


def style_sheet(tokens: Tokens, icons: Path) -> str:
    """Return the style sheet of a theme; `icons` is the folder of the pictures that fields use."""
    colours = {name: getattr(tokens, name) for name in tokens.__slots__}
    return _TEMPLATE.format(
        **colours,
        accent_hover="#164C8C" if not tokens.dark else "#9CC5F5",
        bold=700,  # a face with one weight is emboldened by Qt from 700 on; 600 would show nothing
        shade="dark" if tokens.dark else "light",
        icons=icons.as_posix(),
    )
