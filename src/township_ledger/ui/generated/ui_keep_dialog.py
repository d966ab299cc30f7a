# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'keep_dialog.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from township_ledger.ui.widgets.elided_label import ElidedLabel

class Ui_KeepDialog(object):
    def setupUi(self, KeepDialog):
        if not KeepDialog.objectName():
            KeepDialog.setObjectName(u"KeepDialog")
        KeepDialog.setMinimumSize(QSize(460, 0))
        self.outer = QVBoxLayout(KeepDialog)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(24, 20, 24, 16)
        self.title = QLabel(KeepDialog)
        self.title.setObjectName(u"title")
        self.title.setProperty(u"look", u"h1")

        self.outer.addWidget(self.title)

        self.intro = QLabel(KeepDialog)
        self.intro.setObjectName(u"intro")
        self.intro.setText(u"")
        self.intro.setWordWrap(True)
        self.intro.setProperty(u"look", u"sub")

        self.outer.addWidget(self.intro)

        self.fields = QFormLayout()
        self.fields.setObjectName(u"fields")
        self.fields.setHorizontalSpacing(12)
        self.fields.setVerticalSpacing(10)
        self.fields.setContentsMargins(0, 0, 0, 0)
        self.unitLabel = QLabel(KeepDialog)
        self.unitLabel.setObjectName(u"unitLabel")
        self.unitLabel.setProperty(u"look", u"label")

        self.fields.setWidget(0, QFormLayout.LabelRole, self.unitLabel)

        self.unit = QLineEdit(KeepDialog)
        self.unit.setObjectName(u"unit")
        self.unit.setMaxLength(60)

        self.fields.setWidget(0, QFormLayout.FieldRole, self.unit)

        self.personLabel = QLabel(KeepDialog)
        self.personLabel.setObjectName(u"personLabel")
        self.personLabel.setProperty(u"look", u"label")

        self.fields.setWidget(1, QFormLayout.LabelRole, self.personLabel)

        self.person = QLineEdit(KeepDialog)
        self.person.setObjectName(u"person")
        self.person.setMaxLength(30)

        self.fields.setWidget(1, QFormLayout.FieldRole, self.person)

        self.passwordLabel = QLabel(KeepDialog)
        self.passwordLabel.setObjectName(u"passwordLabel")
        self.passwordLabel.setProperty(u"look", u"label")

        self.fields.setWidget(2, QFormLayout.LabelRole, self.passwordLabel)

        self.password = QLineEdit(KeepDialog)
        self.password.setObjectName(u"password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setMaxLength(200)

        self.fields.setWidget(2, QFormLayout.FieldRole, self.password)

        self.againLabel = QLabel(KeepDialog)
        self.againLabel.setObjectName(u"againLabel")
        self.againLabel.setProperty(u"look", u"label")

        self.fields.setWidget(3, QFormLayout.LabelRole, self.againLabel)

        self.again = QLineEdit(KeepDialog)
        self.again.setObjectName(u"again")
        self.again.setEchoMode(QLineEdit.EchoMode.Password)
        self.again.setMaxLength(200)

        self.fields.setWidget(3, QFormLayout.FieldRole, self.again)

        self.folderLabel = QLabel(KeepDialog)
        self.folderLabel.setObjectName(u"folderLabel")
        self.folderLabel.setProperty(u"look", u"label")

        self.fields.setWidget(4, QFormLayout.LabelRole, self.folderLabel)

        self.place = QHBoxLayout()
        self.place.setSpacing(8)
        self.place.setObjectName(u"place")
        self.place.setContentsMargins(0, 0, 0, 0)
        self.folder = ElidedLabel(KeepDialog)
        self.folder.setObjectName(u"folder")
        self.folder.setText(u"")
        self.folder.setProperty(u"look", u"label")

        self.place.addWidget(self.folder)

        self.chooseFolder = QPushButton(KeepDialog)
        self.chooseFolder.setObjectName(u"chooseFolder")
        self.chooseFolder.setProperty(u"look", u"flat")

        self.place.addWidget(self.chooseFolder)

        self.place.setStretch(0, 1)

        self.fields.setLayout(4, QFormLayout.FieldRole, self.place)


        self.outer.addLayout(self.fields)

        self.rules = QLabel(KeepDialog)
        self.rules.setObjectName(u"rules")
        self.rules.setWordWrap(True)
        self.rules.setProperty(u"look", u"small")

        self.outer.addWidget(self.rules)

        self.trouble = QLabel(KeepDialog)
        self.trouble.setObjectName(u"trouble")
        self.trouble.setText(u"")
        self.trouble.setWordWrap(True)
        self.trouble.setProperty(u"look", u"red")

        self.outer.addWidget(self.trouble)

        self.outer_gap5 = QSpacerItem(1, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.outer.addItem(self.outer_gap5)

        self.acts = QHBoxLayout()
        self.acts.setSpacing(8)
        self.acts.setObjectName(u"acts")
        self.acts.setContentsMargins(0, 0, 0, 0)
        self.acts_gap0 = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.acts.addItem(self.acts_gap0)

        self.cancel = QPushButton(KeepDialog)
        self.cancel.setObjectName(u"cancel")

        self.acts.addWidget(self.cancel)

        self.keep = QPushButton(KeepDialog)
        self.keep.setObjectName(u"keep")
        self.keep.setProperty(u"look", u"primary")

        self.acts.addWidget(self.keep)


        self.outer.addLayout(self.acts)

#if QT_CONFIG(shortcut)
        self.unitLabel.setBuddy(self.unit)
        self.personLabel.setBuddy(self.person)
        self.passwordLabel.setBuddy(self.password)
        self.againLabel.setBuddy(self.again)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.unit, self.person)
        QWidget.setTabOrder(self.person, self.password)
        QWidget.setTabOrder(self.password, self.again)
        QWidget.setTabOrder(self.again, self.keep)
        QWidget.setTabOrder(self.keep, self.cancel)
        QWidget.setTabOrder(self.cancel, self.chooseFolder)

        self.retranslateUi(KeepDialog)
    # setupUi

    def retranslateUi(self, KeepDialog):
        KeepDialog.setWindowTitle(QCoreApplication.translate("KeepDialog", u"\u5b58\u6210\u53f0\u8d26", None))
        self.title.setText(QCoreApplication.translate("KeepDialog", u"\u5b58\u6210\u53f0\u8d26", None))
        self.unitLabel.setText(QCoreApplication.translate("KeepDialog", u"\u5355\u4f4d", None))
        self.unit.setPlaceholderText(QCoreApplication.translate("KeepDialog", u"\u5982\uff1a\u793a\u4f8b\u9547\u4eba\u6c11\u653f\u5e9c", None))
        self.personLabel.setText(QCoreApplication.translate("KeepDialog", u"\u60a8\u7684\u59d3\u540d", None))
        self.passwordLabel.setText(QCoreApplication.translate("KeepDialog", u"\u5bc6\u7801", None))
        self.againLabel.setText(QCoreApplication.translate("KeepDialog", u"\u518d\u8f93\u4e00\u6b21", None))
        self.folderLabel.setText(QCoreApplication.translate("KeepDialog", u"\u5b58\u5728", None))
        self.chooseFolder.setText(QCoreApplication.translate("KeepDialog", u"\u6362\u4e2a\u4f4d\u7f6e", None))
        self.rules.setText(QCoreApplication.translate("KeepDialog", u"\u5bc6\u7801\u81f3\u5c11 8 \u4f4d\uff0c\u4e0d\u80fd\u5168\u662f\u6570\u5b57\uff0c\u4e5f\u4e0d\u80fd\u662f\u5355\u4f4d\u540d\u6216\u59d3\u540d\u3002\u5b83\u4e0d\u4f1a\u5b58\u5728\u4efb\u4f55\u5730\u65b9\uff1b\u5fd8\u4e86\u8981\u7528\u6062\u590d\u5355\uff0c\u6062\u590d\u5355\u5728\u8bbe\u7f6e\u91cc\u6253\u5370\u3002", None))
        self.cancel.setText(QCoreApplication.translate("KeepDialog", u"\u53d6\u6d88", None))
        self.keep.setText(QCoreApplication.translate("KeepDialog", u"\u5b58\u6210\u53f0\u8d26", None))
    # retranslateUi

