# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'row_dialog.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QFormLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_RowDialog(object):
    def setupUi(self, RowDialog):
        if not RowDialog.objectName():
            RowDialog.setObjectName(u"RowDialog")
        RowDialog.setMinimumSize(QSize(460, 0))
        self.outer = QVBoxLayout(RowDialog)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(24, 20, 24, 16)
        self.title = QLabel(RowDialog)
        self.title.setObjectName(u"title")
        self.title.setText(u"")
        self.title.setWordWrap(True)
        self.title.setProperty(u"look", u"h1")

        self.outer.addWidget(self.title)

        self.intro = QLabel(RowDialog)
        self.intro.setObjectName(u"intro")
        self.intro.setText(u"")
        self.intro.setWordWrap(True)
        self.intro.setProperty(u"look", u"sub")

        self.outer.addWidget(self.intro)

        self.scroll = QScrollArea(RowDialog)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scrolled = QWidget()
        self.scrolled.setObjectName(u"scrolled")
        self.fields = QFormLayout(self.scrolled)
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(10)
        self.fields.setContentsMargins(0, 0, 8, 0)
        self.scroll.setWidget(self.scrolled)

        self.outer.addWidget(self.scroll)

        self.trouble = QLabel(RowDialog)
        self.trouble.setObjectName(u"trouble")
        self.trouble.setText(u"")
        self.trouble.setWordWrap(True)
        self.trouble.setProperty(u"look", u"red")

        self.outer.addWidget(self.trouble)

        self.acts = QHBoxLayout()
        self.acts.setSpacing(8)
        self.acts.setObjectName(u"acts")
        self.acts.setContentsMargins(0, 0, 0, 0)
        self.acts_gap0 = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.acts.addItem(self.acts_gap0)

        self.cancel = QPushButton(RowDialog)
        self.cancel.setObjectName(u"cancel")

        self.acts.addWidget(self.cancel)

        self.save = QPushButton(RowDialog)
        self.save.setObjectName(u"save")
        self.save.setProperty(u"look", u"primary")

        self.acts.addWidget(self.save)


        self.outer.addLayout(self.acts)


        self.retranslateUi(RowDialog)
    # setupUi

    def retranslateUi(self, RowDialog):
        self.cancel.setText(QCoreApplication.translate("RowDialog", u"\u53d6\u6d88", None))
        self.save.setText(QCoreApplication.translate("RowDialog", u"\u6dfb\u52a0", None))
        pass
    # retranslateUi

