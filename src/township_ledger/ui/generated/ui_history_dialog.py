# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'history_dialog.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QAbstractItemView, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSpacerItem, QTableView, QVBoxLayout)

class Ui_HistoryDialog(object):
    def setupUi(self, HistoryDialog):
        if not HistoryDialog.objectName():
            HistoryDialog.setObjectName(u"HistoryDialog")
        self.outer = QVBoxLayout(HistoryDialog)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(24, 20, 24, 16)
        self.title = QLabel(HistoryDialog)
        self.title.setObjectName(u"title")
        self.title.setText(u"")
        self.title.setWordWrap(True)
        self.title.setProperty(u"look", u"h1")

        self.outer.addWidget(self.title)

        self.entries = QTableView(HistoryDialog)
        self.entries.setObjectName(u"entries")
        self.entries.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.entries.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.entries.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.entries.setCornerButtonEnabled(False)

        self.outer.addWidget(self.entries)

        self.acts = QHBoxLayout()
        self.acts.setSpacing(8)
        self.acts.setObjectName(u"acts")
        self.acts.setContentsMargins(0, 0, 0, 0)
        self.acts_gap0 = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.acts.addItem(self.acts_gap0)

        self.shut = QPushButton(HistoryDialog)
        self.shut.setObjectName(u"shut")

        self.acts.addWidget(self.shut)


        self.outer.addLayout(self.acts)


        self.retranslateUi(HistoryDialog)
    # setupUi

    def retranslateUi(self, HistoryDialog):
        HistoryDialog.setWindowTitle(QCoreApplication.translate("HistoryDialog", u"\u5168\u90e8\u5386\u53f2", None))
#if QT_CONFIG(accessibility)
        self.entries.setAccessibleName(QCoreApplication.translate("HistoryDialog", u"\u5168\u90e8\u5386\u53f2", None))
#endif // QT_CONFIG(accessibility)
        self.shut.setText(QCoreApplication.translate("HistoryDialog", u"\u5173\u95ed", None))
    # retranslateUi

