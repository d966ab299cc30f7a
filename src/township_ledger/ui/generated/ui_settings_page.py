# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'settings_page.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QComboBox, QFormLayout,
    QFrame, QHBoxLayout, QHeaderView, QLabel,
    QLineEdit, QListWidget, QListWidgetItem, QPushButton,
    QScrollArea, QSizePolicy, QSpacerItem, QTableView,
    QVBoxLayout, QWidget)

from township_ledger.ui.widgets.elided_label import ElidedLabel

class Ui_SettingsPage(object):
    def setupUi(self, SettingsPage):
        if not SettingsPage.objectName():
            SettingsPage.setObjectName(u"SettingsPage")
        self.layout133 = QVBoxLayout(SettingsPage)
        self.layout133.setSpacing(8)
        self.layout133.setObjectName(u"layout133")
        self.layout133.setContentsMargins(0, 0, 0, 0)
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
        self.layout131 = QVBoxLayout(self.left)
        self.layout131.setSpacing(12)
        self.layout131.setObjectName(u"layout131")
        self.layout131.setContentsMargins(0, 0, 0, 0)
        self.unitCard = QFrame(self.left)
        self.unitCard.setObjectName(u"unitCard")
        self.layout105 = QVBoxLayout(self.unitCard)
        self.layout105.setSpacing(8)
        self.layout105.setObjectName(u"layout105")
        self.layout105.setContentsMargins(16, 12, 16, 14)
        self.label104 = QLabel(self.unitCard)
        self.label104.setObjectName(u"label104")

        self.layout105.addWidget(self.label104)

        self.layout102 = QFormLayout()
        self.layout102.setObjectName(u"layout102")
        self.layout102.setHorizontalSpacing(12)
        self.layout102.setVerticalSpacing(8)
        self.layout102.setContentsMargins(0, 0, 0, 0)
        self.label98 = QLabel(self.unitCard)
        self.label98.setObjectName(u"label98")

        self.layout102.setWidget(0, QFormLayout.LabelRole, self.label98)

        self.unitName = QLineEdit(self.unitCard)
        self.unitName.setObjectName(u"unitName")

        self.layout102.setWidget(0, QFormLayout.FieldRole, self.unitName)

        self.label99 = QLabel(self.unitCard)
        self.label99.setObjectName(u"label99")

        self.layout102.setWidget(1, QFormLayout.LabelRole, self.label99)

        self.unitCode = QLineEdit(self.unitCard)
        self.unitCode.setObjectName(u"unitCode")

        self.layout102.setWidget(1, QFormLayout.FieldRole, self.unitCode)

        self.label100 = QLabel(self.unitCard)
        self.label100.setObjectName(u"label100")

        self.layout102.setWidget(2, QFormLayout.LabelRole, self.label100)

        self.unitType = QComboBox(self.unitCard)
        self.unitType.setObjectName(u"unitType")

        self.layout102.setWidget(2, QFormLayout.FieldRole, self.unitType)

        self.label101 = QLabel(self.unitCard)
        self.label101.setObjectName(u"label101")

        self.layout102.setWidget(3, QFormLayout.LabelRole, self.label101)

        self.person = ElidedLabel(self.unitCard)
        self.person.setObjectName(u"person")

        self.layout102.setWidget(3, QFormLayout.FieldRole, self.person)


        self.layout105.addLayout(self.layout102)

        self.layout103 = QHBoxLayout()
        self.layout103.setSpacing(8)
        self.layout103.setObjectName(u"layout103")
        self.layout103.setContentsMargins(0, 0, 0, 0)
        self.unitNote = ElidedLabel(self.unitCard)
        self.unitNote.setObjectName(u"unitNote")

        self.layout103.addWidget(self.unitNote)

        self.unitSave = QPushButton(self.unitCard)
        self.unitSave.setObjectName(u"unitSave")

        self.layout103.addWidget(self.unitSave)

        self.layout103.setStretch(0, 1)

        self.layout105.addLayout(self.layout103)


        self.layout131.addWidget(self.unitCard)

        self.lookCard = QFrame(self.left)
        self.lookCard.setObjectName(u"lookCard")
        self.layout110 = QVBoxLayout(self.lookCard)
        self.layout110.setSpacing(8)
        self.layout110.setObjectName(u"layout110")
        self.layout110.setContentsMargins(16, 12, 16, 14)
        self.label109 = QLabel(self.lookCard)
        self.label109.setObjectName(u"label109")

        self.layout110.addWidget(self.label109)

        self.layout108 = QFormLayout()
        self.layout108.setObjectName(u"layout108")
        self.layout108.setHorizontalSpacing(12)
        self.layout108.setVerticalSpacing(8)
        self.layout108.setContentsMargins(0, 0, 0, 0)
        self.label106 = QLabel(self.lookCard)
        self.label106.setObjectName(u"label106")

        self.layout108.setWidget(0, QFormLayout.LabelRole, self.label106)

        self.mode = QComboBox(self.lookCard)
        self.mode.setObjectName(u"mode")

        self.layout108.setWidget(0, QFormLayout.FieldRole, self.mode)

        self.label107 = QLabel(self.lookCard)
        self.label107.setObjectName(u"label107")

        self.layout108.setWidget(1, QFormLayout.LabelRole, self.label107)

        self.rows = QComboBox(self.lookCard)
        self.rows.setObjectName(u"rows")

        self.layout108.setWidget(1, QFormLayout.FieldRole, self.rows)


        self.layout110.addLayout(self.layout108)


        self.layout131.addWidget(self.lookCard)

        self.safeCard = QFrame(self.left)
        self.safeCard.setObjectName(u"safeCard")
        self.layout115 = QVBoxLayout(self.safeCard)
        self.layout115.setSpacing(8)
        self.layout115.setObjectName(u"layout115")
        self.layout115.setContentsMargins(16, 12, 16, 14)
        self.label114 = QLabel(self.safeCard)
        self.label114.setObjectName(u"label114")

        self.layout115.addWidget(self.label114)

        self.label111 = QLabel(self.safeCard)
        self.label111.setObjectName(u"label111")
        self.label111.setWordWrap(True)

        self.layout115.addWidget(self.label111)

        self.layout112 = QHBoxLayout()
        self.layout112.setSpacing(8)
        self.layout112.setObjectName(u"layout112")
        self.layout112.setContentsMargins(0, 0, 0, 0)
        self.recovery = QPushButton(self.safeCard)
        self.recovery.setObjectName(u"recovery")

        self.layout112.addWidget(self.recovery)

        self.recoveryPrint = QPushButton(self.safeCard)
        self.recoveryPrint.setObjectName(u"recoveryPrint")

        self.layout112.addWidget(self.recoveryPrint)

        self.spacer134 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout112.addItem(self.spacer134)


        self.layout115.addLayout(self.layout112)

        self.backupState = QLabel(self.safeCard)
        self.backupState.setObjectName(u"backupState")
        self.backupState.setWordWrap(True)

        self.layout115.addWidget(self.backupState)

        self.layout113 = QHBoxLayout()
        self.layout113.setSpacing(8)
        self.layout113.setObjectName(u"layout113")
        self.layout113.setContentsMargins(0, 0, 0, 0)
        self.backup = QPushButton(self.safeCard)
        self.backup.setObjectName(u"backup")

        self.layout113.addWidget(self.backup)

        self.spacer135 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout113.addItem(self.spacer135)


        self.layout115.addLayout(self.layout113)


        self.layout131.addWidget(self.safeCard)

        self.trustCard = QFrame(self.left)
        self.trustCard.setObjectName(u"trustCard")
        self.layout120 = QVBoxLayout(self.trustCard)
        self.layout120.setSpacing(8)
        self.layout120.setObjectName(u"layout120")
        self.layout120.setContentsMargins(16, 12, 16, 14)
        self.label119 = QLabel(self.trustCard)
        self.label119.setObjectName(u"label119")

        self.layout120.addWidget(self.label119)

        self.ownCode = ElidedLabel(self.trustCard)
        self.ownCode.setObjectName(u"ownCode")

        self.layout120.addWidget(self.ownCode)

        self.layout116 = QHBoxLayout()
        self.layout116.setSpacing(8)
        self.layout116.setObjectName(u"layout116")
        self.layout116.setContentsMargins(0, 0, 0, 0)
        self.registration = QPushButton(self.trustCard)
        self.registration.setObjectName(u"registration")

        self.layout116.addWidget(self.registration)

        self.spacer136 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout116.addItem(self.spacer136)


        self.layout120.addLayout(self.layout116)

        self.label117 = QLabel(self.trustCard)
        self.label117.setObjectName(u"label117")

        self.layout120.addWidget(self.label117)

        self.trusted = QListWidget(self.trustCard)
        self.trusted.setObjectName(u"trusted")
        self.trusted.setMinimumSize(QSize(0, 72))
        self.trusted.setMaximumSize(QSize(16777215, 120))

        self.layout120.addWidget(self.trusted)

        self.layout118 = QHBoxLayout()
        self.layout118.setSpacing(8)
        self.layout118.setObjectName(u"layout118")
        self.layout118.setContentsMargins(0, 0, 0, 0)
        self.trustAdd = QPushButton(self.trustCard)
        self.trustAdd.setObjectName(u"trustAdd")

        self.layout118.addWidget(self.trustAdd)

        self.spacer137 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout118.addItem(self.spacer137)


        self.layout120.addLayout(self.layout118)


        self.layout131.addWidget(self.trustCard)

        self.spacer138 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout131.addItem(self.spacer138)


        self.columns.addWidget(self.left)

        self.right = QWidget(self.scrolled)
        self.right.setObjectName(u"right")
        self.layout132 = QVBoxLayout(self.right)
        self.layout132.setSpacing(12)
        self.layout132.setObjectName(u"layout132")
        self.layout132.setContentsMargins(0, 0, 0, 0)
        self.operationsCard = QFrame(self.right)
        self.operationsCard.setObjectName(u"operationsCard")
        self.layout123 = QVBoxLayout(self.operationsCard)
        self.layout123.setSpacing(8)
        self.layout123.setObjectName(u"layout123")
        self.layout123.setContentsMargins(16, 12, 16, 14)
        self.label122 = QLabel(self.operationsCard)
        self.label122.setObjectName(u"label122")

        self.layout123.addWidget(self.label122)

        self.operations = QTableView(self.operationsCard)
        self.operations.setObjectName(u"operations")
        self.operations.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.operations.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.operations.setCornerButtonEnabled(False)
        self.operations.setMinimumSize(QSize(0, 220))

        self.layout123.addWidget(self.operations)

        self.layout121 = QHBoxLayout()
        self.layout121.setSpacing(8)
        self.layout121.setObjectName(u"layout121")
        self.layout121.setContentsMargins(0, 0, 0, 0)
        self.audit = QPushButton(self.operationsCard)
        self.audit.setObjectName(u"audit")

        self.layout121.addWidget(self.audit)

        self.auditState = ElidedLabel(self.operationsCard)
        self.auditState.setObjectName(u"auditState")

        self.layout121.addWidget(self.auditState)

        self.undo = QPushButton(self.operationsCard)
        self.undo.setObjectName(u"undo")

        self.layout121.addWidget(self.undo)

        self.layout121.setStretch(1, 1)

        self.layout123.addLayout(self.layout121)


        self.layout132.addWidget(self.operationsCard)

        self.aboutCard = QFrame(self.right)
        self.aboutCard.setObjectName(u"aboutCard")
        self.layout130 = QVBoxLayout(self.aboutCard)
        self.layout130.setSpacing(8)
        self.layout130.setObjectName(u"layout130")
        self.layout130.setContentsMargins(16, 12, 16, 14)
        self.label129 = QLabel(self.aboutCard)
        self.label129.setObjectName(u"label129")

        self.layout130.addWidget(self.label129)

        self.layout126 = QFormLayout()
        self.layout126.setObjectName(u"layout126")
        self.layout126.setHorizontalSpacing(12)
        self.layout126.setVerticalSpacing(8)
        self.layout126.setContentsMargins(0, 0, 0, 0)
        self.label124 = QLabel(self.aboutCard)
        self.label124.setObjectName(u"label124")

        self.layout126.setWidget(0, QFormLayout.LabelRole, self.label124)

        self.homePlace = ElidedLabel(self.aboutCard)
        self.homePlace.setObjectName(u"homePlace")

        self.layout126.setWidget(0, QFormLayout.FieldRole, self.homePlace)

        self.label125 = QLabel(self.aboutCard)
        self.label125.setObjectName(u"label125")

        self.layout126.setWidget(1, QFormLayout.LabelRole, self.label125)

        self.version = ElidedLabel(self.aboutCard)
        self.version.setObjectName(u"version")

        self.layout126.setWidget(1, QFormLayout.FieldRole, self.version)


        self.layout130.addLayout(self.layout126)

        self.layout127 = QHBoxLayout()
        self.layout127.setSpacing(8)
        self.layout127.setObjectName(u"layout127")
        self.layout127.setContentsMargins(0, 0, 0, 0)
        self.logs = QPushButton(self.aboutCard)
        self.logs.setObjectName(u"logs")

        self.layout127.addWidget(self.logs)

        self.licences = QPushButton(self.aboutCard)
        self.licences.setObjectName(u"licences")

        self.layout127.addWidget(self.licences)

        self.manual = QPushButton(self.aboutCard)
        self.manual.setObjectName(u"manual")

        self.layout127.addWidget(self.manual)

        self.spacer139 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout127.addItem(self.spacer139)


        self.layout130.addLayout(self.layout127)

        self.label128 = QLabel(self.aboutCard)
        self.label128.setObjectName(u"label128")

        self.layout130.addWidget(self.label128)


        self.layout132.addWidget(self.aboutCard)

        self.spacer140 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout132.addItem(self.spacer140)


        self.columns.addWidget(self.right)

        self.columns.setStretch(0, 1)
        self.columns.setStretch(1, 1)
        self.scroll.setWidget(self.scrolled)

        self.layout133.addWidget(self.scroll)


        self.retranslateUi(SettingsPage)
    # setupUi

    def retranslateUi(self, SettingsPage):
        self.unitCard.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"card", None))
        self.label104.setText(QCoreApplication.translate("SettingsPage", u"\u5355\u4f4d", None))
        self.label104.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"h2", None))
        self.label98.setText(QCoreApplication.translate("SettingsPage", u"\u540d\u79f0", None))
        self.label98.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
#if QT_CONFIG(accessibility)
        self.unitName.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u5355\u4f4d\u540d\u79f0", None))
#endif // QT_CONFIG(accessibility)
        self.label99.setText(QCoreApplication.translate("SettingsPage", u"\u7edf\u4e00\u793e\u4f1a\u4fe1\u7528\u4ee3\u7801", None))
        self.label99.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
#if QT_CONFIG(accessibility)
        self.unitCode.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u7edf\u4e00\u793e\u4f1a\u4fe1\u7528\u4ee3\u7801", None))
#endif // QT_CONFIG(accessibility)
        self.label100.setText(QCoreApplication.translate("SettingsPage", u"\u5355\u4f4d\u7c7b\u578b", None))
        self.label100.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
#if QT_CONFIG(accessibility)
        self.unitType.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u5355\u4f4d\u7c7b\u578b", None))
#endif // QT_CONFIG(accessibility)
        self.label101.setText(QCoreApplication.translate("SettingsPage", u"\u6253\u5f00\u7684\u4eba", None))
        self.label101.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
        self.person.setText("")
        self.unitNote.setText("")
        self.unitNote.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"sub", None))
        self.unitSave.setText(QCoreApplication.translate("SettingsPage", u"\u4fdd\u5b58\u5355\u4f4d\u4fe1\u606f", None))
        self.lookCard.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"card", None))
        self.label109.setText(QCoreApplication.translate("SettingsPage", u"\u5916\u89c2", None))
        self.label109.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"h2", None))
        self.label106.setText(QCoreApplication.translate("SettingsPage", u"\u989c\u8272", None))
        self.label106.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
#if QT_CONFIG(accessibility)
        self.mode.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u989c\u8272", None))
#endif // QT_CONFIG(accessibility)
        self.label107.setText(QCoreApplication.translate("SettingsPage", u"\u884c\u9ad8", None))
        self.label107.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
#if QT_CONFIG(accessibility)
        self.rows.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u884c\u9ad8", None))
#endif // QT_CONFIG(accessibility)
        self.safeCard.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"card", None))
        self.label114.setText(QCoreApplication.translate("SettingsPage", u"\u6062\u590d\u7801\u548c\u5907\u4efd", None))
        self.label114.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"h2", None))
        self.label111.setText(QCoreApplication.translate("SettingsPage", u"\u6062\u590d\u7801\u5355\u72ec\u5c31\u80fd\u6253\u5f00\u53f0\u8d26\u548c\u5907\u4efd\u3002\u6253\u5370\u6216\u6284\u5199\u540e\u9501\u8fdb\u67dc\u5b50\uff0c\u4e0d\u8981\u548c\u7535\u8111\u653e\u5728\u4e00\u8d77\u3002", None))
        self.label111.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"sub", None))
        self.recovery.setText(QCoreApplication.translate("SettingsPage", u"\u770b\u6062\u590d\u7801", None))
        self.recoveryPrint.setText(QCoreApplication.translate("SettingsPage", u"\u6253\u5370\u6062\u590d\u7801", None))
        self.backupState.setText("")
        self.backupState.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"sub", None))
        self.backup.setText(QCoreApplication.translate("SettingsPage", u"\u73b0\u5728\u5907\u4efd", None))
        self.trustCard.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"card", None))
        self.label119.setText(QCoreApplication.translate("SettingsPage", u"\u767b\u8bb0\u6821\u9a8c\u7801", None))
        self.label119.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"h2", None))
        self.ownCode.setText("")
        self.registration.setText(QCoreApplication.translate("SettingsPage", u"\u5bfc\u51fa\u767b\u8bb0\u8868", None))
        self.label117.setText(QCoreApplication.translate("SettingsPage", u"\u5df2\u767b\u8bb0\u7684\u5176\u4ed6\u5355\u4f4d", None))
        self.label117.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
#if QT_CONFIG(accessibility)
        self.trusted.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u5df2\u767b\u8bb0\u7684\u5176\u4ed6\u5355\u4f4d", None))
#endif // QT_CONFIG(accessibility)
        self.trustAdd.setText(QCoreApplication.translate("SettingsPage", u"\u4ece\u6587\u4ef6\u767b\u8bb0", None))
        self.operationsCard.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"card", None))
        self.label122.setText(QCoreApplication.translate("SettingsPage", u"\u64cd\u4f5c\u8bb0\u5f55", None))
        self.label122.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"h2", None))
#if QT_CONFIG(accessibility)
        self.operations.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u64cd\u4f5c\u8bb0\u5f55", None))
#endif // QT_CONFIG(accessibility)
        self.operations.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"list", None))
        self.audit.setText(QCoreApplication.translate("SettingsPage", u"\u6838\u5bf9\u64cd\u4f5c\u8bb0\u5f55", None))
        self.auditState.setText("")
        self.auditState.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"sub", None))
        self.undo.setText(QCoreApplication.translate("SettingsPage", u"\u64a4\u9500\u8fd9\u6b21\u64cd\u4f5c", None))
        self.aboutCard.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"card", None))
        self.label129.setText(QCoreApplication.translate("SettingsPage", u"\u5173\u4e8e", None))
        self.label129.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"h2", None))
        self.label124.setText(QCoreApplication.translate("SettingsPage", u"\u53f0\u8d26\u4f4d\u7f6e", None))
        self.label124.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
        self.homePlace.setText("")
        self.label125.setText(QCoreApplication.translate("SettingsPage", u"\u7248\u672c", None))
        self.label125.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
        self.version.setText("")
        self.logs.setText(QCoreApplication.translate("SettingsPage", u"\u6253\u5f00\u65e5\u5fd7\u6587\u4ef6\u5939", None))
        self.licences.setText(QCoreApplication.translate("SettingsPage", u"\u8bb8\u53ef", None))
        self.manual.setText(QCoreApplication.translate("SettingsPage", u"\u4f7f\u7528\u624b\u518c  F1", None))
        self.label128.setText(QCoreApplication.translate("SettingsPage", u"\u4e0d\u8054\u7f51 \u00b7 \u4e0d\u5904\u7406\u6d89\u5bc6\u4fe1\u606f \u00b7 \u6570\u636e\u53ea\u5728\u8fd9\u53f0\u7535\u8111\u4e0a", None))
        self.label128.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"small", None))
        pass
    # retranslateUi

