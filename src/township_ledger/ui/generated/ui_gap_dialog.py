# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'gap_dialog.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout)

class Ui_GapDialog(object):
    def setupUi(self, GapDialog):
        if not GapDialog.objectName():
            GapDialog.setObjectName(u"GapDialog")
        GapDialog.setMinimumSize(QSize(420, 220))
        self.layout1 = QVBoxLayout(GapDialog)
        self.layout1.setSpacing(12)
        self.layout1.setObjectName(u"layout1")
        self.layout1.setContentsMargins(16, 14, 16, 14)
        self.what = QLabel(GapDialog)
        self.what.setObjectName(u"what")
        self.what.setWordWrap(True)

        self.layout1.addWidget(self.what)

        self.layout2 = QFormLayout()
        self.layout2.setObjectName(u"layout2")
        self.layout2.setHorizontalSpacing(12)
        self.layout2.setVerticalSpacing(10)
        self.layout2.setContentsMargins(0, 0, 0, 0)
        self.label3 = QLabel(GapDialog)
        self.label3.setObjectName(u"label3")

        self.layout2.setWidget(0, QFormLayout.LabelRole, self.label3)

        self.reason = QLineEdit(GapDialog)
        self.reason.setObjectName(u"reason")
        self.reason.setMaxLength(200)

        self.layout2.setWidget(0, QFormLayout.FieldRole, self.reason)

        self.label4 = QLabel(GapDialog)
        self.label4.setObjectName(u"label4")

        self.layout2.setWidget(1, QFormLayout.LabelRole, self.label4)

        self.promised = QLineEdit(GapDialog)
        self.promised.setObjectName(u"promised")

        self.layout2.setWidget(1, QFormLayout.FieldRole, self.promised)


        self.layout1.addLayout(self.layout2)

        self.fault = QLabel(GapDialog)
        self.fault.setObjectName(u"fault")
        self.fault.setWordWrap(True)

        self.layout1.addWidget(self.fault)

        self.spacer5 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout1.addItem(self.spacer5)

        self.layout6 = QHBoxLayout()
        self.layout6.setSpacing(8)
        self.layout6.setObjectName(u"layout6")
        self.layout6.setContentsMargins(0, 0, 0, 0)
        self.spacer7 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout6.addItem(self.spacer7)

        self.cancel = QPushButton(GapDialog)
        self.cancel.setObjectName(u"cancel")

        self.layout6.addWidget(self.cancel)

        self.accept = QPushButton(GapDialog)
        self.accept.setObjectName(u"accept")

        self.layout6.addWidget(self.accept)


        self.layout1.addLayout(self.layout6)


        self.retranslateUi(GapDialog)
    # setupUi

    def retranslateUi(self, GapDialog):
        GapDialog.setWindowTitle(QCoreApplication.translate("GapDialog", u"\u7f3a\u9879\u8bf4\u660e", None))
        self.what.setText("")
        self.what.setProperty(u"look", QCoreApplication.translate("GapDialog", u"h2", None))
        self.label3.setText(QCoreApplication.translate("GapDialog", u"\u539f\u56e0", None))
        self.label3.setProperty(u"look", QCoreApplication.translate("GapDialog", u"label", None))
#if QT_CONFIG(accessibility)
        self.reason.setAccessibleName(QCoreApplication.translate("GapDialog", u"\u539f\u56e0", None))
#endif // QT_CONFIG(accessibility)
        self.label4.setText(QCoreApplication.translate("GapDialog", u"\u627f\u8bfa\u8865\u62a5\u65e5\u671f", None))
        self.label4.setProperty(u"look", QCoreApplication.translate("GapDialog", u"label", None))
#if QT_CONFIG(accessibility)
        self.promised.setAccessibleName(QCoreApplication.translate("GapDialog", u"\u627f\u8bfa\u8865\u62a5\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.promised.setPlaceholderText(QCoreApplication.translate("GapDialog", u"2026-12-10\uff0c\u53ef\u4ee5\u7a7a\u7740", None))
        self.fault.setText("")
        self.fault.setProperty(u"look", QCoreApplication.translate("GapDialog", u"amber", None))
        self.cancel.setText(QCoreApplication.translate("GapDialog", u"\u53d6\u6d88", None))
        self.accept.setText(QCoreApplication.translate("GapDialog", u"\u8bb0\u4e0b", None))
        self.accept.setProperty(u"look", QCoreApplication.translate("GapDialog", u"primary", None))
    # retranslateUi

