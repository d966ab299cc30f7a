# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'mapping_dialog.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QAbstractItemView, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSpacerItem, QTableWidget, QVBoxLayout)

class Ui_MappingDialog(object):
    def setupUi(self, MappingDialog):
        if not MappingDialog.objectName():
            MappingDialog.setObjectName(u"MappingDialog")
        MappingDialog.setMinimumSize(QSize(640, 400))
        self.layout1 = QVBoxLayout(MappingDialog)
        self.layout1.setSpacing(10)
        self.layout1.setObjectName(u"layout1")
        self.layout1.setContentsMargins(16, 14, 16, 14)
        self.label2 = QLabel(MappingDialog)
        self.label2.setObjectName(u"label2")
        self.label2.setWordWrap(True)

        self.layout1.addWidget(self.label2)

        self.table = QTableWidget(MappingDialog)
        self.table.setObjectName(u"table")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setCornerButtonEnabled(False)

        self.layout1.addWidget(self.table)

        self.fault = QLabel(MappingDialog)
        self.fault.setObjectName(u"fault")
        self.fault.setWordWrap(True)

        self.layout1.addWidget(self.fault)

        self.layout3 = QHBoxLayout()
        self.layout3.setSpacing(8)
        self.layout3.setObjectName(u"layout3")
        self.layout3.setContentsMargins(0, 0, 0, 0)
        self.spacer4 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout3.addItem(self.spacer4)

        self.cancel = QPushButton(MappingDialog)
        self.cancel.setObjectName(u"cancel")

        self.layout3.addWidget(self.cancel)

        self.apply = QPushButton(MappingDialog)
        self.apply.setObjectName(u"apply")

        self.layout3.addWidget(self.apply)


        self.layout1.addLayout(self.layout3)

        self.layout1.setStretch(1, 1)

        self.retranslateUi(MappingDialog)
    # setupUi

    def retranslateUi(self, MappingDialog):
        MappingDialog.setWindowTitle(QCoreApplication.translate("MappingDialog", u"\u6539\u5217\u5bf9\u5e94", None))
        self.label2.setText(QCoreApplication.translate("MappingDialog", u"\u5de6\u8fb9\u662f\u539f\u8868\u7684\u5217\uff0c\u53f3\u8fb9\u9009\u5b83\u5bf9\u5e94\u7684\u53f0\u8d26\u5217\u3002\u8bb0\u4f4f\u540e\uff0c\u540c\u6837\u8868\u5934\u7684\u8868\u4e0b\u6b21\u7167\u6b64\u5bf9\u5e94\u3002", None))
        self.label2.setProperty(u"look", QCoreApplication.translate("MappingDialog", u"sub", None))
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("MappingDialog", u"\u5217\u5bf9\u5e94", None))
#endif // QT_CONFIG(accessibility)
        self.table.setProperty(u"look", QCoreApplication.translate("MappingDialog", u"list", None))
        self.fault.setText("")
        self.fault.setProperty(u"look", QCoreApplication.translate("MappingDialog", u"amber", None))
        self.cancel.setText(QCoreApplication.translate("MappingDialog", u"\u53d6\u6d88", None))
        self.apply.setText(QCoreApplication.translate("MappingDialog", u"\u6309\u6b64\u91cd\u65b0\u6838\u5bf9", None))
        self.apply.setProperty(u"look", QCoreApplication.translate("MappingDialog", u"primary", None))
    # retranslateUi

