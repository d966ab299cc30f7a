# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'check_up_page.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QAbstractItemView, QComboBox, QGridLayout, QHBoxLayout, QPushButton, QTableView, QVBoxLayout, QWidget)

from township_ledger.ui.widgets.elided_label import ElidedLabel

class Ui_CheckUpPage(object):
    def setupUi(self, CheckUpPage):
        if not CheckUpPage.objectName():
            CheckUpPage.setObjectName(u"CheckUpPage")
        self.outer = QVBoxLayout(CheckUpPage)
        self.outer.setSpacing(14)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(40, 20, 40, 16)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.titles = QVBoxLayout()
        self.titles.setSpacing(0)
        self.titles.setObjectName(u"titles")
        self.titles.setContentsMargins(0, 0, 0, 0)
        self.title = ElidedLabel(CheckUpPage)
        self.title.setObjectName(u"title")
        self.title.setText(u"")
        self.title.setProperty(u"look", u"h1")

        self.titles.addWidget(self.title)

        self.subTitle = ElidedLabel(CheckUpPage)
        self.subTitle.setObjectName(u"subTitle")
        self.subTitle.setText(u"")
        self.subTitle.setProperty(u"look", u"sub")

        self.titles.addWidget(self.subTitle)


        self.head.addLayout(self.titles)

        self.sheet = QComboBox(CheckUpPage)
        self.sheet.setObjectName(u"sheet")
        self.sheet.setMinimumSize(QSize(140, 0))
        self.sheet.setMaximumSize(QSize(240, 16777215))

        self.head.addWidget(self.sheet)

        self.head.setStretch(0, 1)

        self.outer.addLayout(self.head)

        self.cardHolder = QWidget(CheckUpPage)
        self.cardHolder.setObjectName(u"cardHolder")
        self.cards = QGridLayout(self.cardHolder)
        self.cards.setSpacing(12)
        self.cards.setObjectName(u"cards")
        self.cards.setContentsMargins(0, 0, 0, 0)

        self.outer.addWidget(self.cardHolder)

        self.rows = QTableView(CheckUpPage)
        self.rows.setObjectName(u"rows")
        self.rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.rows.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.rows.setCornerButtonEnabled(False)

        self.outer.addWidget(self.rows)

        self.acts = QHBoxLayout()
        self.acts.setSpacing(8)
        self.acts.setObjectName(u"acts")
        self.acts.setContentsMargins(0, 0, 0, 0)
        self.note = ElidedLabel(CheckUpPage)
        self.note.setObjectName(u"note")
        self.note.setProperty(u"look", u"sub")

        self.acts.addWidget(self.note)

        self.another = QPushButton(CheckUpPage)
        self.another.setObjectName(u"another")

        self.acts.addWidget(self.another)

        self.keep = QPushButton(CheckUpPage)
        self.keep.setObjectName(u"keep")
        self.keep.setProperty(u"look", u"primary")

        self.acts.addWidget(self.keep)

        self.acts.setStretch(0, 1)

        self.outer.addLayout(self.acts)

        self.outer.setStretch(2, 1)

        self.retranslateUi(CheckUpPage)
    # setupUi

    def retranslateUi(self, CheckUpPage):
#if QT_CONFIG(accessibility)
        self.sheet.setAccessibleName(QCoreApplication.translate("CheckUpPage", u"\u5de5\u4f5c\u8868", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.sheet.setToolTip(QCoreApplication.translate("CheckUpPage", u"\u8fd9\u4e2a\u6587\u4ef6\u91cc\u7684\u5de5\u4f5c\u8868", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.rows.setAccessibleName(QCoreApplication.translate("CheckUpPage", u"\u5361\u7247\u80cc\u540e\u7684\u884c", None))
#endif // QT_CONFIG(accessibility)
        self.note.setText(QCoreApplication.translate("CheckUpPage", u"\u53ea\u5728\u5185\u5b58\u91cc\u770b\u8fc7\uff0c\u8fd8\u6ca1\u6709\u4fdd\u5b58\u4efb\u4f55\u4e1c\u897f\u3002", None))
        self.another.setText(QCoreApplication.translate("CheckUpPage", u"\u6362\u4e00\u5f20\u8868", None))
        self.keep.setText(QCoreApplication.translate("CheckUpPage", u"\u5b58\u6210\u53f0\u8d26", None))
        pass
    # retranslateUi

