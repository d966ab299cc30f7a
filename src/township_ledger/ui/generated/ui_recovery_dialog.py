# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'recovery_dialog.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout)

class Ui_RecoveryDialog(object):
    def setupUi(self, RecoveryDialog):
        if not RecoveryDialog.objectName():
            RecoveryDialog.setObjectName(u"RecoveryDialog")
        RecoveryDialog.setMinimumSize(QSize(560, 300))
        self.layout1 = QVBoxLayout(RecoveryDialog)
        self.layout1.setSpacing(12)
        self.layout1.setObjectName(u"layout1")
        self.layout1.setContentsMargins(20, 16, 20, 14)
        self.label2 = QLabel(RecoveryDialog)
        self.label2.setObjectName(u"label2")

        self.layout1.addWidget(self.label2)

        self.label3 = QLabel(RecoveryDialog)
        self.label3.setObjectName(u"label3")
        self.label3.setWordWrap(True)

        self.layout1.addWidget(self.label3)

        self.groups = QLabel(RecoveryDialog)
        self.groups.setObjectName(u"groups")
        self.groups.setWordWrap(True)
        self.groups.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.layout1.addWidget(self.groups)

        self.spacer4 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout1.addItem(self.spacer4)

        self.layout5 = QHBoxLayout()
        self.layout5.setSpacing(8)
        self.layout5.setObjectName(u"layout5")
        self.layout5.setContentsMargins(0, 0, 0, 0)
        self.spacer6 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout5.addItem(self.spacer6)

        self.print = QPushButton(RecoveryDialog)
        self.print.setObjectName(u"print")

        self.layout5.addWidget(self.print)

        self.close = QPushButton(RecoveryDialog)
        self.close.setObjectName(u"close")

        self.layout5.addWidget(self.close)


        self.layout1.addLayout(self.layout5)


        self.retranslateUi(RecoveryDialog)
    # setupUi

    def retranslateUi(self, RecoveryDialog):
        RecoveryDialog.setWindowTitle(QCoreApplication.translate("RecoveryDialog", u"\u6062\u590d\u7801", None))
        self.label2.setText(QCoreApplication.translate("RecoveryDialog", u"\u6062\u590d\u7801", None))
        self.label2.setProperty(u"look", QCoreApplication.translate("RecoveryDialog", u"h1", None))
        self.label3.setText(QCoreApplication.translate("RecoveryDialog", u"\u5fd8\u4e86\u5bc6\u7801\u65f6\uff0c\u7528\u5b83\u6253\u5f00\u53f0\u8d26\u3002\u6bcf\u7ec4\u6700\u540e\u4e00\u4f4d\u7528\u6765\u68c0\u67e5\u6284\u5199\u3002\u770b\u5230\u5b83\u7684\u4eba\u90fd\u80fd\u6253\u5f00\u53f0\u8d26\u3002", None))
        self.label3.setProperty(u"look", QCoreApplication.translate("RecoveryDialog", u"sub", None))
        self.groups.setText("")
        self.groups.setProperty(u"look", QCoreApplication.translate("RecoveryDialog", u"h2", None))
        self.print.setText(QCoreApplication.translate("RecoveryDialog", u"\u6253\u5370\u5230 PDF", None))
        self.close.setText(QCoreApplication.translate("RecoveryDialog", u"\u5173\u95ed", None))
        self.close.setProperty(u"look", QCoreApplication.translate("RecoveryDialog", u"primary", None))
    # retranslateUi

