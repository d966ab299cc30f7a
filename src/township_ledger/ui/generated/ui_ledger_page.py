# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'ledger_page.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSpacerItem, QStackedWidget, QToolButton, QVBoxLayout, QWidget)

from township_ledger.ui.widgets.cell_panel import CellPanel
from township_ledger.ui.widgets.chip_bar import ChipBar
from township_ledger.ui.widgets.ledger_grid import LedgerGrid

class Ui_LedgerPage(object):
    def setupUi(self, LedgerPage):
        if not LedgerPage.objectName():
            LedgerPage.setObjectName(u"LedgerPage")
        self.outer = QVBoxLayout(LedgerPage)
        self.outer.setSpacing(10)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.bar = QHBoxLayout()
        self.bar.setSpacing(8)
        self.bar.setObjectName(u"bar")
        self.bar.setContentsMargins(0, 0, 0, 0)
        self.chips = ChipBar(LedgerPage)
        self.chips.setObjectName(u"chips")

        self.bar.addWidget(self.chips)

        self.version = QComboBox(LedgerPage)
        self.version.setObjectName(u"version")
        self.version.setMinimumSize(QSize(140, 0))
        self.version.setMaximumSize(QSize(240, 16777215))

        self.bar.addWidget(self.version)

        self.details = QToolButton(LedgerPage)
        self.details.setObjectName(u"details")
        self.details.setProperty(u"look", u"icon")

        self.bar.addWidget(self.details)

        self.importSheet = QPushButton(LedgerPage)
        self.importSheet.setObjectName(u"importSheet")

        self.bar.addWidget(self.importSheet)

        self.report = QPushButton(LedgerPage)
        self.report.setObjectName(u"report")

        self.bar.addWidget(self.report)

        self.add = QPushButton(LedgerPage)
        self.add.setObjectName(u"add")
        self.add.setProperty(u"look", u"primary")

        self.bar.addWidget(self.add)

        self.bar.setStretch(0, 1)

        self.outer.addLayout(self.bar)

        self.stack = QStackedWidget(LedgerPage)
        self.stack.setObjectName(u"stack")
        self.gridSide = QWidget()
        self.gridSide.setObjectName(u"gridSide")
        self.gridBox = QHBoxLayout(self.gridSide)
        self.gridBox.setSpacing(12)
        self.gridBox.setObjectName(u"gridBox")
        self.gridBox.setContentsMargins(0, 0, 0, 0)
        self.grid = LedgerGrid(self.gridSide)
        self.grid.setObjectName(u"grid")

        self.gridBox.addWidget(self.grid)

        self.panel = CellPanel(self.gridSide)
        self.panel.setObjectName(u"panel")

        self.gridBox.addWidget(self.panel)

        self.gridBox.setStretch(0, 1)
        self.stack.addWidget(self.gridSide)
        self.emptySide = QFrame()
        self.emptySide.setObjectName(u"emptySide")
        self.emptySide.setProperty(u"look", u"card")
        self.emptyBox = QVBoxLayout(self.emptySide)
        self.emptyBox.setSpacing(10)
        self.emptyBox.setObjectName(u"emptyBox")
        self.emptyBox.setContentsMargins(24, 16, 24, 16)
        self.emptyBox_gap0 = QSpacerItem(1, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.emptyBox.addItem(self.emptyBox_gap0)

        self.emptyPicture = QLabel(self.emptySide)
        self.emptyPicture.setObjectName(u"emptyPicture")
        self.emptyPicture.setText(u"")
        self.emptyPicture.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.emptyBox.addWidget(self.emptyPicture)

        self.emptyTitle = QLabel(self.emptySide)
        self.emptyTitle.setObjectName(u"emptyTitle")
        self.emptyTitle.setText(u"")
        self.emptyTitle.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.emptyTitle.setProperty(u"look", u"h2")

        self.emptyBox.addWidget(self.emptyTitle)

        self.emptyHint = QLabel(self.emptySide)
        self.emptyHint.setObjectName(u"emptyHint")
        self.emptyHint.setText(u"")
        self.emptyHint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.emptyHint.setWordWrap(True)
        self.emptyHint.setProperty(u"look", u"sub")

        self.emptyBox.addWidget(self.emptyHint)

        self.emptyActs = QHBoxLayout()
        self.emptyActs.setSpacing(8)
        self.emptyActs.setObjectName(u"emptyActs")
        self.emptyActs.setContentsMargins(0, 0, 0, 0)
        self.emptyActs_gap0 = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.emptyActs.addItem(self.emptyActs_gap0)

        self.emptyDo = QPushButton(self.emptySide)
        self.emptyDo.setObjectName(u"emptyDo")
        self.emptyDo.setText(u"")

        self.emptyActs.addWidget(self.emptyDo)

        self.emptyActs_gap2 = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.emptyActs.addItem(self.emptyActs_gap2)


        self.emptyBox.addLayout(self.emptyActs)

        self.emptyBox_gap5 = QSpacerItem(1, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.emptyBox.addItem(self.emptyBox_gap5)

        self.stack.addWidget(self.emptySide)

        self.outer.addWidget(self.stack)

        self.outer.setStretch(1, 1)

        self.retranslateUi(LedgerPage)
    # setupUi

    def retranslateUi(self, LedgerPage):
#if QT_CONFIG(accessibility)
        self.version.setAccessibleName(QCoreApplication.translate("LedgerPage", u"\u6e05\u5355\u7248\u672c", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.details.setToolTip(QCoreApplication.translate("LedgerPage", u"\u8fd9\u4e00\u683c\u7684\u6765\u5386  F4", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.details.setAccessibleName(QCoreApplication.translate("LedgerPage", u"\u8fd9\u4e00\u683c\u7684\u6765\u5386", None))
#endif // QT_CONFIG(accessibility)
        self.importSheet.setText(QCoreApplication.translate("LedgerPage", u"\u5bfc\u5165", None))
#if QT_CONFIG(tooltip)
        self.importSheet.setToolTip(QCoreApplication.translate("LedgerPage", u"\u628a\u8868\u683c\u5bfc\u5165\u8fd9\u672c\u53f0\u8d26  Ctrl+I", None))
#endif // QT_CONFIG(tooltip)
        self.report.setText(QCoreApplication.translate("LedgerPage", u"\u62a5\u8868", None))
#if QT_CONFIG(tooltip)
        self.report.setToolTip(QCoreApplication.translate("LedgerPage", u"\u505a\u62a5\u8868  Ctrl+P", None))
#endif // QT_CONFIG(tooltip)
        self.add.setText(QCoreApplication.translate("LedgerPage", u"\u6dfb\u52a0", None))
#if QT_CONFIG(tooltip)
        self.add.setToolTip(QCoreApplication.translate("LedgerPage", u"\u6dfb\u52a0\u4e00\u884c  Ctrl+N", None))
#endif // QT_CONFIG(tooltip)
        pass
    # retranslateUi

