# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'trust_dialog.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QCheckBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout)

class Ui_TrustDialog(object):
    def setupUi(self, TrustDialog):
        if not TrustDialog.objectName():
            TrustDialog.setObjectName(u"TrustDialog")
        TrustDialog.setMinimumSize(QSize(480, 280))
        self.layout1 = QVBoxLayout(TrustDialog)
        self.layout1.setSpacing(12)
        self.layout1.setObjectName(u"layout1")
        self.layout1.setContentsMargins(16, 14, 16, 14)
        self.label2 = QLabel(TrustDialog)
        self.label2.setObjectName(u"label2")
        self.label2.setWordWrap(True)

        self.layout1.addWidget(self.label2)

        self.code = QLabel(TrustDialog)
        self.code.setObjectName(u"code")
        self.code.setWordWrap(True)
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.layout1.addWidget(self.code)

        self.layout3 = QFormLayout()
        self.layout3.setObjectName(u"layout3")
        self.layout3.setHorizontalSpacing(12)
        self.layout3.setVerticalSpacing(10)
        self.layout3.setContentsMargins(0, 0, 0, 0)
        self.label4 = QLabel(TrustDialog)
        self.label4.setObjectName(u"label4")

        self.layout3.setWidget(0, QFormLayout.LabelRole, self.label4)

        self.unit = QLineEdit(TrustDialog)
        self.unit.setObjectName(u"unit")

        self.layout3.setWidget(0, QFormLayout.FieldRole, self.unit)


        self.layout1.addLayout(self.layout3)

        self.compared = QCheckBox(TrustDialog)
        self.compared.setObjectName(u"compared")

        self.layout1.addWidget(self.compared)

        self.fault = QLabel(TrustDialog)
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

        self.cancel = QPushButton(TrustDialog)
        self.cancel.setObjectName(u"cancel")

        self.layout6.addWidget(self.cancel)

        self.accept = QPushButton(TrustDialog)
        self.accept.setObjectName(u"accept")

        self.layout6.addWidget(self.accept)


        self.layout1.addLayout(self.layout6)


        self.retranslateUi(TrustDialog)
    # setupUi

    def retranslateUi(self, TrustDialog):
        TrustDialog.setWindowTitle(QCoreApplication.translate("TrustDialog", u"\u767b\u8bb0\u6821\u9a8c\u7801", None))
        self.label2.setText(QCoreApplication.translate("TrustDialog", u"\u5bf9\u7167\u5bf9\u65b9\u76d6\u7ae0\u7684\u767b\u8bb0\u8868\uff0c\u6216\u6253\u7535\u8bdd\u6838\u5bf9\u4e0b\u9762\u8fd9\u7ec4\u767b\u8bb0\u6821\u9a8c\u7801\u3002\u5b8c\u5168\u4e00\u6837\u624d\u767b\u8bb0\u3002", None))
        self.code.setText("")
        self.code.setProperty(u"look", QCoreApplication.translate("TrustDialog", u"h2", None))
        self.label4.setText(QCoreApplication.translate("TrustDialog", u"\u5355\u4f4d", None))
        self.label4.setProperty(u"look", QCoreApplication.translate("TrustDialog", u"label", None))
#if QT_CONFIG(accessibility)
        self.unit.setAccessibleName(QCoreApplication.translate("TrustDialog", u"\u5355\u4f4d", None))
#endif // QT_CONFIG(accessibility)
        self.compared.setText(QCoreApplication.translate("TrustDialog", u"\u5df2\u9010\u7ec4\u6838\u5bf9\uff0c\u4e00\u81f4", None))
        self.fault.setText("")
        self.fault.setProperty(u"look", QCoreApplication.translate("TrustDialog", u"amber", None))
        self.cancel.setText(QCoreApplication.translate("TrustDialog", u"\u53d6\u6d88", None))
        self.accept.setText(QCoreApplication.translate("TrustDialog", u"\u767b\u8bb0", None))
        self.accept.setProperty(u"look", QCoreApplication.translate("TrustDialog", u"primary", None))
    # retranslateUi

