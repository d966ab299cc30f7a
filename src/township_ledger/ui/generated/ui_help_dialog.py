# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'help_dialog.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QHBoxLayout, QListWidget, QPushButton, QSizePolicy, QSpacerItem, QTextBrowser, QVBoxLayout)

class Ui_HelpDialog(object):
    def setupUi(self, HelpDialog):
        if not HelpDialog.objectName():
            HelpDialog.setObjectName(u"HelpDialog")
        HelpDialog.setMinimumSize(QSize(760, 400))
        self.layout1 = QHBoxLayout(HelpDialog)
        self.layout1.setSpacing(12)
        self.layout1.setObjectName(u"layout1")
        self.layout1.setContentsMargins(16, 14, 16, 14)
        self.contents = QListWidget(HelpDialog)
        self.contents.setObjectName(u"contents")
        self.contents.setMaximumSize(QSize(220, 16777215))

        self.layout1.addWidget(self.contents)

        self.layout2 = QVBoxLayout()
        self.layout2.setSpacing(10)
        self.layout2.setObjectName(u"layout2")
        self.layout2.setContentsMargins(0, 0, 0, 0)
        self.text = QTextBrowser(HelpDialog)
        self.text.setObjectName(u"text")
        self.text.setOpenLinks(False)

        self.layout2.addWidget(self.text)

        self.layout3 = QHBoxLayout()
        self.layout3.setSpacing(8)
        self.layout3.setObjectName(u"layout3")
        self.layout3.setContentsMargins(0, 0, 0, 0)
        self.spacer4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout3.addItem(self.spacer4)

        self.close = QPushButton(HelpDialog)
        self.close.setObjectName(u"close")

        self.layout3.addWidget(self.close)


        self.layout2.addLayout(self.layout3)


        self.layout1.addLayout(self.layout2)

        self.layout1.setStretch(1, 1)

        self.retranslateUi(HelpDialog)
    # setupUi

    def retranslateUi(self, HelpDialog):
        HelpDialog.setWindowTitle(QCoreApplication.translate("HelpDialog", u"\u4f7f\u7528\u624b\u518c", None))
#if QT_CONFIG(accessibility)
        self.contents.setAccessibleName(QCoreApplication.translate("HelpDialog", u"\u76ee\u5f55", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.text.setAccessibleName(QCoreApplication.translate("HelpDialog", u"\u6b63\u6587", None))
#endif // QT_CONFIG(accessibility)
        self.close.setText(QCoreApplication.translate("HelpDialog", u"\u5173\u95ed", None))
        self.close.setProperty(u"look", QCoreApplication.translate("HelpDialog", u"primary", None))
    # retranslateUi

