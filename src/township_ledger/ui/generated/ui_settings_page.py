# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'settings_page.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QAbstractItemView, QComboBox, QFormLayout, QFrame, QHBoxLayout, QLabel, QLineEdit, QListWidget, QPushButton, QScrollArea, QSizePolicy, QSpacerItem, QTableView, QVBoxLayout, QWidget)

from township_ledger.ui.widgets.elided_label import ElidedLabel

class Ui_SettingsPage(object):
    def setupUi(self, SettingsPage):
        if not SettingsPage.objectName():
            SettingsPage.setObjectName(u"SettingsPage")
        self.layout1 = QVBoxLayout(SettingsPage)
        self.layout1.setSpacing(8)
        self.layout1.setObjectName(u"layout1")
        self.layout1.setContentsMargins(0, 0, 0, 0)
        self.scroll = QScrollArea(SettingsPage)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scrolled = QWidget()
        self.scrolled.setObjectName(u"scrolled")
        self.columns = QHBoxLayout(self.scrolled)
        self.columns.setSpacing(12)
        self.columns.setObjectName(u"columns")
        self.columns.setContentsMargins(0, 0, 8, 0)
        self.left = QWidget(self.scrolled)
        self.left.setObjectName(u"left")
        self.layout2 = QVBoxLayout(self.left)
        self.layout2.setSpacing(12)
        self.layout2.setObjectName(u"layout2")
        self.layout2.setContentsMargins(0, 0, 0, 0)
        self.unitCard = QFrame(self.left)
        self.unitCard.setObjectName(u"unitCard")
        self.layout3 = QVBoxLayout(self.unitCard)
        self.layout3.setSpacing(8)
        self.layout3.setObjectName(u"layout3")
        self.layout3.setContentsMargins(16, 12, 16, 14)
        self.label4 = QLabel(self.unitCard)
        self.label4.setObjectName(u"label4")

        self.layout3.addWidget(self.label4)

        self.layout5 = QFormLayout()
        self.layout5.setObjectName(u"layout5")
        self.layout5.setHorizontalSpacing(12)
        self.layout5.setVerticalSpacing(8)
        self.layout5.setContentsMargins(0, 0, 0, 0)
        self.label6 = QLabel(self.unitCard)
        self.label6.setObjectName(u"label6")

        self.layout5.setWidget(0, QFormLayout.LabelRole, self.label6)

        self.unitName = QLineEdit(self.unitCard)
        self.unitName.setObjectName(u"unitName")

        self.layout5.setWidget(0, QFormLayout.FieldRole, self.unitName)

        self.label7 = QLabel(self.unitCard)
        self.label7.setObjectName(u"label7")

        self.layout5.setWidget(1, QFormLayout.LabelRole, self.label7)

        self.unitCode = QLineEdit(self.unitCard)
        self.unitCode.setObjectName(u"unitCode")

        self.layout5.setWidget(1, QFormLayout.FieldRole, self.unitCode)

        self.label8 = QLabel(self.unitCard)
        self.label8.setObjectName(u"label8")

        self.layout5.setWidget(2, QFormLayout.LabelRole, self.label8)

        self.unitType = QComboBox(self.unitCard)
        self.unitType.setObjectName(u"unitType")

        self.layout5.setWidget(2, QFormLayout.FieldRole, self.unitType)

        self.label9 = QLabel(self.unitCard)
        self.label9.setObjectName(u"label9")

        self.layout5.setWidget(3, QFormLayout.LabelRole, self.label9)

        self.person = ElidedLabel(self.unitCard)
        self.person.setObjectName(u"person")

        self.layout5.setWidget(3, QFormLayout.FieldRole, self.person)


        self.layout3.addLayout(self.layout5)

        self.layout10 = QHBoxLayout()
        self.layout10.setSpacing(8)
        self.layout10.setObjectName(u"layout10")
        self.layout10.setContentsMargins(0, 0, 0, 0)
        self.unitNote = ElidedLabel(self.unitCard)
        self.unitNote.setObjectName(u"unitNote")

        self.layout10.addWidget(self.unitNote)

        self.unitSave = QPushButton(self.unitCard)
        self.unitSave.setObjectName(u"unitSave")

        self.layout10.addWidget(self.unitSave)

        self.layout10.setStretch(0, 1)

        self.layout3.addLayout(self.layout10)


        self.layout2.addWidget(self.unitCard)

        self.lookCard = QFrame(self.left)
        self.lookCard.setObjectName(u"lookCard")
        self.layout11 = QVBoxLayout(self.lookCard)
        self.layout11.setSpacing(8)
        self.layout11.setObjectName(u"layout11")
        self.layout11.setContentsMargins(16, 12, 16, 14)
        self.label12 = QLabel(self.lookCard)
        self.label12.setObjectName(u"label12")

        self.layout11.addWidget(self.label12)

        self.layout13 = QFormLayout()
        self.layout13.setObjectName(u"layout13")
        self.layout13.setHorizontalSpacing(12)
        self.layout13.setVerticalSpacing(8)
        self.layout13.setContentsMargins(0, 0, 0, 0)
        self.label14 = QLabel(self.lookCard)
        self.label14.setObjectName(u"label14")

        self.layout13.setWidget(0, QFormLayout.LabelRole, self.label14)

        self.mode = QComboBox(self.lookCard)
        self.mode.setObjectName(u"mode")

        self.layout13.setWidget(0, QFormLayout.FieldRole, self.mode)

        self.label15 = QLabel(self.lookCard)
        self.label15.setObjectName(u"label15")

        self.layout13.setWidget(1, QFormLayout.LabelRole, self.label15)

        self.rows = QComboBox(self.lookCard)
        self.rows.setObjectName(u"rows")

        self.layout13.setWidget(1, QFormLayout.FieldRole, self.rows)


        self.layout11.addLayout(self.layout13)


        self.layout2.addWidget(self.lookCard)

        self.safeCard = QFrame(self.left)
        self.safeCard.setObjectName(u"safeCard")
        self.layout16 = QVBoxLayout(self.safeCard)
        self.layout16.setSpacing(8)
        self.layout16.setObjectName(u"layout16")
        self.layout16.setContentsMargins(16, 12, 16, 14)
        self.label17 = QLabel(self.safeCard)
        self.label17.setObjectName(u"label17")

        self.layout16.addWidget(self.label17)

        self.label18 = QLabel(self.safeCard)
        self.label18.setObjectName(u"label18")
        self.label18.setWordWrap(True)

        self.layout16.addWidget(self.label18)

        self.layout19 = QHBoxLayout()
        self.layout19.setSpacing(8)
        self.layout19.setObjectName(u"layout19")
        self.layout19.setContentsMargins(0, 0, 0, 0)
        self.recovery = QPushButton(self.safeCard)
        self.recovery.setObjectName(u"recovery")

        self.layout19.addWidget(self.recovery)

        self.recoveryPrint = QPushButton(self.safeCard)
        self.recoveryPrint.setObjectName(u"recoveryPrint")

        self.layout19.addWidget(self.recoveryPrint)

        self.spacer20 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout19.addItem(self.spacer20)


        self.layout16.addLayout(self.layout19)

        self.backupState = QLabel(self.safeCard)
        self.backupState.setObjectName(u"backupState")
        self.backupState.setWordWrap(True)

        self.layout16.addWidget(self.backupState)

        self.layout21 = QHBoxLayout()
        self.layout21.setSpacing(8)
        self.layout21.setObjectName(u"layout21")
        self.layout21.setContentsMargins(0, 0, 0, 0)
        self.backup = QPushButton(self.safeCard)
        self.backup.setObjectName(u"backup")

        self.layout21.addWidget(self.backup)

        self.spacer22 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout21.addItem(self.spacer22)


        self.layout16.addLayout(self.layout21)


        self.layout2.addWidget(self.safeCard)

        self.trustCard = QFrame(self.left)
        self.trustCard.setObjectName(u"trustCard")
        self.layout23 = QVBoxLayout(self.trustCard)
        self.layout23.setSpacing(8)
        self.layout23.setObjectName(u"layout23")
        self.layout23.setContentsMargins(16, 12, 16, 14)
        self.label24 = QLabel(self.trustCard)
        self.label24.setObjectName(u"label24")

        self.layout23.addWidget(self.label24)

        self.ownCode = ElidedLabel(self.trustCard)
        self.ownCode.setObjectName(u"ownCode")

        self.layout23.addWidget(self.ownCode)

        self.layout25 = QHBoxLayout()
        self.layout25.setSpacing(8)
        self.layout25.setObjectName(u"layout25")
        self.layout25.setContentsMargins(0, 0, 0, 0)
        self.registration = QPushButton(self.trustCard)
        self.registration.setObjectName(u"registration")

        self.layout25.addWidget(self.registration)

        self.spacer26 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout25.addItem(self.spacer26)


        self.layout23.addLayout(self.layout25)

        self.label27 = QLabel(self.trustCard)
        self.label27.setObjectName(u"label27")

        self.layout23.addWidget(self.label27)

        self.trusted = QListWidget(self.trustCard)
        self.trusted.setObjectName(u"trusted")
        self.trusted.setMinimumSize(QSize(0, 72))
        self.trusted.setMaximumSize(QSize(16777215, 120))

        self.layout23.addWidget(self.trusted)

        self.layout28 = QHBoxLayout()
        self.layout28.setSpacing(8)
        self.layout28.setObjectName(u"layout28")
        self.layout28.setContentsMargins(0, 0, 0, 0)
        self.trustAdd = QPushButton(self.trustCard)
        self.trustAdd.setObjectName(u"trustAdd")

        self.layout28.addWidget(self.trustAdd)

        self.spacer29 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout28.addItem(self.spacer29)


        self.layout23.addLayout(self.layout28)


        self.layout2.addWidget(self.trustCard)

        self.spacer30 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout2.addItem(self.spacer30)


        self.columns.addWidget(self.left)

        self.right = QWidget(self.scrolled)
        self.right.setObjectName(u"right")
        self.layout31 = QVBoxLayout(self.right)
        self.layout31.setSpacing(12)
        self.layout31.setObjectName(u"layout31")
        self.layout31.setContentsMargins(0, 0, 0, 0)
        self.operationsCard = QFrame(self.right)
        self.operationsCard.setObjectName(u"operationsCard")
        self.layout32 = QVBoxLayout(self.operationsCard)
        self.layout32.setSpacing(8)
        self.layout32.setObjectName(u"layout32")
        self.layout32.setContentsMargins(16, 12, 16, 14)
        self.label33 = QLabel(self.operationsCard)
        self.label33.setObjectName(u"label33")

        self.layout32.addWidget(self.label33)

        self.operations = QTableView(self.operationsCard)
        self.operations.setObjectName(u"operations")
        self.operations.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.operations.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.operations.setCornerButtonEnabled(False)
        self.operations.setMinimumSize(QSize(0, 320))

        self.layout32.addWidget(self.operations)

        self.layout34 = QHBoxLayout()
        self.layout34.setSpacing(8)
        self.layout34.setObjectName(u"layout34")
        self.layout34.setContentsMargins(0, 0, 0, 0)
        self.audit = QPushButton(self.operationsCard)
        self.audit.setObjectName(u"audit")

        self.layout34.addWidget(self.audit)

        self.auditState = ElidedLabel(self.operationsCard)
        self.auditState.setObjectName(u"auditState")

        self.layout34.addWidget(self.auditState)

        self.undo = QPushButton(self.operationsCard)
        self.undo.setObjectName(u"undo")

        self.layout34.addWidget(self.undo)

        self.layout34.setStretch(1, 1)

        self.layout32.addLayout(self.layout34)


        self.layout31.addWidget(self.operationsCard)

        self.aboutCard = QFrame(self.right)
        self.aboutCard.setObjectName(u"aboutCard")
        self.layout35 = QVBoxLayout(self.aboutCard)
        self.layout35.setSpacing(8)
        self.layout35.setObjectName(u"layout35")
        self.layout35.setContentsMargins(16, 12, 16, 14)
        self.label36 = QLabel(self.aboutCard)
        self.label36.setObjectName(u"label36")

        self.layout35.addWidget(self.label36)

        self.layout37 = QFormLayout()
        self.layout37.setObjectName(u"layout37")
        self.layout37.setHorizontalSpacing(12)
        self.layout37.setVerticalSpacing(8)
        self.layout37.setContentsMargins(0, 0, 0, 0)
        self.label38 = QLabel(self.aboutCard)
        self.label38.setObjectName(u"label38")

        self.layout37.setWidget(0, QFormLayout.LabelRole, self.label38)

        self.homePlace = ElidedLabel(self.aboutCard)
        self.homePlace.setObjectName(u"homePlace")

        self.layout37.setWidget(0, QFormLayout.FieldRole, self.homePlace)

        self.label39 = QLabel(self.aboutCard)
        self.label39.setObjectName(u"label39")

        self.layout37.setWidget(1, QFormLayout.LabelRole, self.label39)

        self.version = ElidedLabel(self.aboutCard)
        self.version.setObjectName(u"version")

        self.layout37.setWidget(1, QFormLayout.FieldRole, self.version)


        self.layout35.addLayout(self.layout37)

        self.layout40 = QHBoxLayout()
        self.layout40.setSpacing(8)
        self.layout40.setObjectName(u"layout40")
        self.layout40.setContentsMargins(0, 0, 0, 0)
        self.logs = QPushButton(self.aboutCard)
        self.logs.setObjectName(u"logs")

        self.layout40.addWidget(self.logs)

        self.licences = QPushButton(self.aboutCard)
        self.licences.setObjectName(u"licences")

        self.layout40.addWidget(self.licences)

        self.manual = QPushButton(self.aboutCard)
        self.manual.setObjectName(u"manual")

        self.layout40.addWidget(self.manual)

        self.spacer41 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout40.addItem(self.spacer41)


        self.layout35.addLayout(self.layout40)

        self.label42 = QLabel(self.aboutCard)
        self.label42.setObjectName(u"label42")

        self.layout35.addWidget(self.label42)


        self.layout31.addWidget(self.aboutCard)

        self.spacer43 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout31.addItem(self.spacer43)


        self.columns.addWidget(self.right)

        self.columns.setStretch(0, 1)
        self.columns.setStretch(1, 1)
        self.scroll.setWidget(self.scrolled)

        self.layout1.addWidget(self.scroll)


        self.retranslateUi(SettingsPage)
    # setupUi

    def retranslateUi(self, SettingsPage):
        self.unitCard.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"card", None))
        self.label4.setText(QCoreApplication.translate("SettingsPage", u"\u5355\u4f4d", None))
        self.label4.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"h2", None))
        self.label6.setText(QCoreApplication.translate("SettingsPage", u"\u540d\u79f0", None))
        self.label6.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
#if QT_CONFIG(accessibility)
        self.unitName.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u5355\u4f4d\u540d\u79f0", None))
#endif // QT_CONFIG(accessibility)
        self.label7.setText(QCoreApplication.translate("SettingsPage", u"\u7edf\u4e00\u793e\u4f1a\u4fe1\u7528\u4ee3\u7801", None))
        self.label7.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
#if QT_CONFIG(accessibility)
        self.unitCode.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u7edf\u4e00\u793e\u4f1a\u4fe1\u7528\u4ee3\u7801", None))
#endif // QT_CONFIG(accessibility)
        self.label8.setText(QCoreApplication.translate("SettingsPage", u"\u5355\u4f4d\u7c7b\u578b", None))
        self.label8.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
#if QT_CONFIG(accessibility)
        self.unitType.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u5355\u4f4d\u7c7b\u578b", None))
#endif // QT_CONFIG(accessibility)
        self.label9.setText(QCoreApplication.translate("SettingsPage", u"\u6253\u5f00\u7684\u4eba", None))
        self.label9.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
        self.person.setText("")
        self.unitNote.setText("")
        self.unitNote.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"sub", None))
        self.unitSave.setText(QCoreApplication.translate("SettingsPage", u"\u4fdd\u5b58\u5355\u4f4d\u4fe1\u606f", None))
        self.lookCard.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"card", None))
        self.label12.setText(QCoreApplication.translate("SettingsPage", u"\u5916\u89c2", None))
        self.label12.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"h2", None))
        self.label14.setText(QCoreApplication.translate("SettingsPage", u"\u989c\u8272", None))
        self.label14.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
#if QT_CONFIG(accessibility)
        self.mode.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u989c\u8272", None))
#endif // QT_CONFIG(accessibility)
        self.label15.setText(QCoreApplication.translate("SettingsPage", u"\u884c\u9ad8", None))
        self.label15.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
#if QT_CONFIG(accessibility)
        self.rows.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u884c\u9ad8", None))
#endif // QT_CONFIG(accessibility)
        self.safeCard.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"card", None))
        self.label17.setText(QCoreApplication.translate("SettingsPage", u"\u6062\u590d\u7801\u548c\u5907\u4efd", None))
        self.label17.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"h2", None))
        self.label18.setText(QCoreApplication.translate("SettingsPage", u"\u6062\u590d\u7801\u5355\u72ec\u5c31\u80fd\u6253\u5f00\u53f0\u8d26\u548c\u5907\u4efd\u3002\u6253\u5370\u6216\u6284\u5199\u540e\u9501\u8fdb\u67dc\u5b50\uff0c\u4e0d\u8981\u548c\u7535\u8111\u653e\u5728\u4e00\u8d77\u3002", None))
        self.label18.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"sub", None))
        self.recovery.setText(QCoreApplication.translate("SettingsPage", u"\u770b\u6062\u590d\u7801", None))
        self.recoveryPrint.setText(QCoreApplication.translate("SettingsPage", u"\u6253\u5370\u6062\u590d\u7801", None))
        self.backupState.setText("")
        self.backupState.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"sub", None))
        self.backup.setText(QCoreApplication.translate("SettingsPage", u"\u73b0\u5728\u5907\u4efd", None))
        self.trustCard.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"card", None))
        self.label24.setText(QCoreApplication.translate("SettingsPage", u"\u767b\u8bb0\u6821\u9a8c\u7801", None))
        self.label24.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"h2", None))
        self.ownCode.setText("")
        self.registration.setText(QCoreApplication.translate("SettingsPage", u"\u5bfc\u51fa\u767b\u8bb0\u8868", None))
        self.label27.setText(QCoreApplication.translate("SettingsPage", u"\u5df2\u767b\u8bb0\u7684\u5176\u4ed6\u5355\u4f4d", None))
        self.label27.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
#if QT_CONFIG(accessibility)
        self.trusted.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u5df2\u767b\u8bb0\u7684\u5176\u4ed6\u5355\u4f4d", None))
#endif // QT_CONFIG(accessibility)
        self.trustAdd.setText(QCoreApplication.translate("SettingsPage", u"\u4ece\u6587\u4ef6\u767b\u8bb0", None))
        self.operationsCard.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"card", None))
        self.label33.setText(QCoreApplication.translate("SettingsPage", u"\u64cd\u4f5c\u8bb0\u5f55", None))
        self.label33.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"h2", None))
#if QT_CONFIG(accessibility)
        self.operations.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u64cd\u4f5c\u8bb0\u5f55", None))
#endif // QT_CONFIG(accessibility)
        self.operations.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"list", None))
        self.audit.setText(QCoreApplication.translate("SettingsPage", u"\u6838\u5bf9\u64cd\u4f5c\u8bb0\u5f55", None))
        self.auditState.setText("")
        self.auditState.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"sub", None))
        self.undo.setText(QCoreApplication.translate("SettingsPage", u"\u64a4\u9500\u8fd9\u6b21\u64cd\u4f5c", None))
        self.aboutCard.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"card", None))
        self.label36.setText(QCoreApplication.translate("SettingsPage", u"\u5173\u4e8e", None))
        self.label36.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"h2", None))
        self.label38.setText(QCoreApplication.translate("SettingsPage", u"\u53f0\u8d26\u4f4d\u7f6e", None))
        self.label38.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
        self.homePlace.setText("")
        self.label39.setText(QCoreApplication.translate("SettingsPage", u"\u7248\u672c", None))
        self.label39.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
        self.version.setText("")
        self.logs.setText(QCoreApplication.translate("SettingsPage", u"\u6253\u5f00\u65e5\u5fd7\u6587\u4ef6\u5939", None))
        self.licences.setText(QCoreApplication.translate("SettingsPage", u"\u8bb8\u53ef", None))
        self.manual.setText(QCoreApplication.translate("SettingsPage", u"\u4f7f\u7528\u624b\u518c  F1", None))
        self.label42.setText(QCoreApplication.translate("SettingsPage", u"\u4e0d\u8054\u7f51 \u00b7 \u4e0d\u5904\u7406\u6d89\u5bc6\u4fe1\u606f \u00b7 \u6570\u636e\u53ea\u5728\u8fd9\u53f0\u7535\u8111\u4e0a", None))
        self.label42.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"small", None))
        pass
    # retranslateUi

