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
        self.layout131 = QVBoxLayout(SettingsPage)
        self.layout131.setSpacing(8)
        self.layout131.setObjectName(u"layout131")
        self.layout131.setContentsMargins(0, 0, 0, 0)
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
        self.layout129 = QVBoxLayout(self.left)
        self.layout129.setSpacing(12)
        self.layout129.setObjectName(u"layout129")
        self.layout129.setContentsMargins(0, 0, 0, 0)
        self.unitCard = QFrame(self.left)
        self.unitCard.setObjectName(u"unitCard")
        self.layout103 = QVBoxLayout(self.unitCard)
        self.layout103.setSpacing(8)
        self.layout103.setObjectName(u"layout103")
        self.layout103.setContentsMargins(16, 12, 16, 14)
        self.label102 = QLabel(self.unitCard)
        self.label102.setObjectName(u"label102")

        self.layout103.addWidget(self.label102)

        self.layout100 = QFormLayout()
        self.layout100.setObjectName(u"layout100")
        self.layout100.setHorizontalSpacing(12)
        self.layout100.setVerticalSpacing(8)
        self.layout100.setContentsMargins(0, 0, 0, 0)
        self.label96 = QLabel(self.unitCard)
        self.label96.setObjectName(u"label96")

        self.layout100.setWidget(0, QFormLayout.LabelRole, self.label96)

        self.unitName = QLineEdit(self.unitCard)
        self.unitName.setObjectName(u"unitName")

        self.layout100.setWidget(0, QFormLayout.FieldRole, self.unitName)

        self.label97 = QLabel(self.unitCard)
        self.label97.setObjectName(u"label97")

        self.layout100.setWidget(1, QFormLayout.LabelRole, self.label97)

        self.unitCode = QLineEdit(self.unitCard)
        self.unitCode.setObjectName(u"unitCode")

        self.layout100.setWidget(1, QFormLayout.FieldRole, self.unitCode)

        self.label98 = QLabel(self.unitCard)
        self.label98.setObjectName(u"label98")

        self.layout100.setWidget(2, QFormLayout.LabelRole, self.label98)

        self.unitType = QComboBox(self.unitCard)
        self.unitType.setObjectName(u"unitType")

        self.layout100.setWidget(2, QFormLayout.FieldRole, self.unitType)

        self.label99 = QLabel(self.unitCard)
        self.label99.setObjectName(u"label99")

        self.layout100.setWidget(3, QFormLayout.LabelRole, self.label99)

        self.person = ElidedLabel(self.unitCard)
        self.person.setObjectName(u"person")

        self.layout100.setWidget(3, QFormLayout.FieldRole, self.person)


        self.layout103.addLayout(self.layout100)

        self.layout101 = QHBoxLayout()
        self.layout101.setSpacing(8)
        self.layout101.setObjectName(u"layout101")
        self.layout101.setContentsMargins(0, 0, 0, 0)
        self.unitNote = ElidedLabel(self.unitCard)
        self.unitNote.setObjectName(u"unitNote")

        self.layout101.addWidget(self.unitNote)

        self.unitSave = QPushButton(self.unitCard)
        self.unitSave.setObjectName(u"unitSave")

        self.layout101.addWidget(self.unitSave)

        self.layout101.setStretch(0, 1)

        self.layout103.addLayout(self.layout101)


        self.layout129.addWidget(self.unitCard)

        self.lookCard = QFrame(self.left)
        self.lookCard.setObjectName(u"lookCard")
        self.layout108 = QVBoxLayout(self.lookCard)
        self.layout108.setSpacing(8)
        self.layout108.setObjectName(u"layout108")
        self.layout108.setContentsMargins(16, 12, 16, 14)
        self.label107 = QLabel(self.lookCard)
        self.label107.setObjectName(u"label107")

        self.layout108.addWidget(self.label107)

        self.layout106 = QFormLayout()
        self.layout106.setObjectName(u"layout106")
        self.layout106.setHorizontalSpacing(12)
        self.layout106.setVerticalSpacing(8)
        self.layout106.setContentsMargins(0, 0, 0, 0)
        self.label104 = QLabel(self.lookCard)
        self.label104.setObjectName(u"label104")

        self.layout106.setWidget(0, QFormLayout.LabelRole, self.label104)

        self.mode = QComboBox(self.lookCard)
        self.mode.setObjectName(u"mode")

        self.layout106.setWidget(0, QFormLayout.FieldRole, self.mode)

        self.label105 = QLabel(self.lookCard)
        self.label105.setObjectName(u"label105")

        self.layout106.setWidget(1, QFormLayout.LabelRole, self.label105)

        self.rows = QComboBox(self.lookCard)
        self.rows.setObjectName(u"rows")

        self.layout106.setWidget(1, QFormLayout.FieldRole, self.rows)


        self.layout108.addLayout(self.layout106)


        self.layout129.addWidget(self.lookCard)

        self.safeCard = QFrame(self.left)
        self.safeCard.setObjectName(u"safeCard")
        self.layout113 = QVBoxLayout(self.safeCard)
        self.layout113.setSpacing(8)
        self.layout113.setObjectName(u"layout113")
        self.layout113.setContentsMargins(16, 12, 16, 14)
        self.label112 = QLabel(self.safeCard)
        self.label112.setObjectName(u"label112")

        self.layout113.addWidget(self.label112)

        self.label109 = QLabel(self.safeCard)
        self.label109.setObjectName(u"label109")
        self.label109.setWordWrap(True)

        self.layout113.addWidget(self.label109)

        self.layout110 = QHBoxLayout()
        self.layout110.setSpacing(8)
        self.layout110.setObjectName(u"layout110")
        self.layout110.setContentsMargins(0, 0, 0, 0)
        self.recovery = QPushButton(self.safeCard)
        self.recovery.setObjectName(u"recovery")

        self.layout110.addWidget(self.recovery)

        self.recoveryPrint = QPushButton(self.safeCard)
        self.recoveryPrint.setObjectName(u"recoveryPrint")

        self.layout110.addWidget(self.recoveryPrint)

        self.spacer132 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout110.addItem(self.spacer132)


        self.layout113.addLayout(self.layout110)

        self.backupState = QLabel(self.safeCard)
        self.backupState.setObjectName(u"backupState")
        self.backupState.setWordWrap(True)

        self.layout113.addWidget(self.backupState)

        self.layout111 = QHBoxLayout()
        self.layout111.setSpacing(8)
        self.layout111.setObjectName(u"layout111")
        self.layout111.setContentsMargins(0, 0, 0, 0)
        self.backup = QPushButton(self.safeCard)
        self.backup.setObjectName(u"backup")

        self.layout111.addWidget(self.backup)

        self.spacer133 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout111.addItem(self.spacer133)


        self.layout113.addLayout(self.layout111)


        self.layout129.addWidget(self.safeCard)

        self.trustCard = QFrame(self.left)
        self.trustCard.setObjectName(u"trustCard")
        self.layout118 = QVBoxLayout(self.trustCard)
        self.layout118.setSpacing(8)
        self.layout118.setObjectName(u"layout118")
        self.layout118.setContentsMargins(16, 12, 16, 14)
        self.label117 = QLabel(self.trustCard)
        self.label117.setObjectName(u"label117")

        self.layout118.addWidget(self.label117)

        self.ownCode = ElidedLabel(self.trustCard)
        self.ownCode.setObjectName(u"ownCode")

        self.layout118.addWidget(self.ownCode)

        self.layout114 = QHBoxLayout()
        self.layout114.setSpacing(8)
        self.layout114.setObjectName(u"layout114")
        self.layout114.setContentsMargins(0, 0, 0, 0)
        self.registration = QPushButton(self.trustCard)
        self.registration.setObjectName(u"registration")

        self.layout114.addWidget(self.registration)

        self.spacer134 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout114.addItem(self.spacer134)


        self.layout118.addLayout(self.layout114)

        self.label115 = QLabel(self.trustCard)
        self.label115.setObjectName(u"label115")

        self.layout118.addWidget(self.label115)

        self.trusted = QListWidget(self.trustCard)
        self.trusted.setObjectName(u"trusted")
        self.trusted.setMinimumSize(QSize(0, 72))
        self.trusted.setMaximumSize(QSize(16777215, 120))

        self.layout118.addWidget(self.trusted)

        self.layout116 = QHBoxLayout()
        self.layout116.setSpacing(8)
        self.layout116.setObjectName(u"layout116")
        self.layout116.setContentsMargins(0, 0, 0, 0)
        self.trustAdd = QPushButton(self.trustCard)
        self.trustAdd.setObjectName(u"trustAdd")

        self.layout116.addWidget(self.trustAdd)

        self.spacer135 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout116.addItem(self.spacer135)


        self.layout118.addLayout(self.layout116)


        self.layout129.addWidget(self.trustCard)

        self.spacer136 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout129.addItem(self.spacer136)


        self.columns.addWidget(self.left)

        self.right = QWidget(self.scrolled)
        self.right.setObjectName(u"right")
        self.layout130 = QVBoxLayout(self.right)
        self.layout130.setSpacing(12)
        self.layout130.setObjectName(u"layout130")
        self.layout130.setContentsMargins(0, 0, 0, 0)
        self.operationsCard = QFrame(self.right)
        self.operationsCard.setObjectName(u"operationsCard")
        self.layout121 = QVBoxLayout(self.operationsCard)
        self.layout121.setSpacing(8)
        self.layout121.setObjectName(u"layout121")
        self.layout121.setContentsMargins(16, 12, 16, 14)
        self.label120 = QLabel(self.operationsCard)
        self.label120.setObjectName(u"label120")

        self.layout121.addWidget(self.label120)

        self.operations = QTableView(self.operationsCard)
        self.operations.setObjectName(u"operations")
        self.operations.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.operations.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.operations.setCornerButtonEnabled(False)
        self.operations.setMinimumSize(QSize(0, 220))

        self.layout121.addWidget(self.operations)

        self.layout119 = QHBoxLayout()
        self.layout119.setSpacing(8)
        self.layout119.setObjectName(u"layout119")
        self.layout119.setContentsMargins(0, 0, 0, 0)
        self.audit = QPushButton(self.operationsCard)
        self.audit.setObjectName(u"audit")

        self.layout119.addWidget(self.audit)

        self.auditState = ElidedLabel(self.operationsCard)
        self.auditState.setObjectName(u"auditState")

        self.layout119.addWidget(self.auditState)

        self.undo = QPushButton(self.operationsCard)
        self.undo.setObjectName(u"undo")

        self.layout119.addWidget(self.undo)

        self.layout119.setStretch(1, 1)

        self.layout121.addLayout(self.layout119)


        self.layout130.addWidget(self.operationsCard)

        self.aboutCard = QFrame(self.right)
        self.aboutCard.setObjectName(u"aboutCard")
        self.layout128 = QVBoxLayout(self.aboutCard)
        self.layout128.setSpacing(8)
        self.layout128.setObjectName(u"layout128")
        self.layout128.setContentsMargins(16, 12, 16, 14)
        self.label127 = QLabel(self.aboutCard)
        self.label127.setObjectName(u"label127")

        self.layout128.addWidget(self.label127)

        self.layout124 = QFormLayout()
        self.layout124.setObjectName(u"layout124")
        self.layout124.setHorizontalSpacing(12)
        self.layout124.setVerticalSpacing(8)
        self.layout124.setContentsMargins(0, 0, 0, 0)
        self.label122 = QLabel(self.aboutCard)
        self.label122.setObjectName(u"label122")

        self.layout124.setWidget(0, QFormLayout.LabelRole, self.label122)

        self.homePlace = ElidedLabel(self.aboutCard)
        self.homePlace.setObjectName(u"homePlace")

        self.layout124.setWidget(0, QFormLayout.FieldRole, self.homePlace)

        self.label123 = QLabel(self.aboutCard)
        self.label123.setObjectName(u"label123")

        self.layout124.setWidget(1, QFormLayout.LabelRole, self.label123)

        self.version = ElidedLabel(self.aboutCard)
        self.version.setObjectName(u"version")

        self.layout124.setWidget(1, QFormLayout.FieldRole, self.version)


        self.layout128.addLayout(self.layout124)

        self.layout125 = QHBoxLayout()
        self.layout125.setSpacing(8)
        self.layout125.setObjectName(u"layout125")
        self.layout125.setContentsMargins(0, 0, 0, 0)
        self.logs = QPushButton(self.aboutCard)
        self.logs.setObjectName(u"logs")

        self.layout125.addWidget(self.logs)

        self.licences = QPushButton(self.aboutCard)
        self.licences.setObjectName(u"licences")

        self.layout125.addWidget(self.licences)

        self.manual = QPushButton(self.aboutCard)
        self.manual.setObjectName(u"manual")

        self.layout125.addWidget(self.manual)

        self.spacer137 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout125.addItem(self.spacer137)


        self.layout128.addLayout(self.layout125)

        self.label126 = QLabel(self.aboutCard)
        self.label126.setObjectName(u"label126")

        self.layout128.addWidget(self.label126)


        self.layout130.addWidget(self.aboutCard)

        self.spacer138 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout130.addItem(self.spacer138)


        self.columns.addWidget(self.right)

        self.columns.setStretch(0, 1)
        self.columns.setStretch(1, 1)
        self.scroll.setWidget(self.scrolled)

        self.layout131.addWidget(self.scroll)


        self.retranslateUi(SettingsPage)
    # setupUi

    def retranslateUi(self, SettingsPage):
        self.unitCard.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"card", None))
        self.label102.setText(QCoreApplication.translate("SettingsPage", u"\u5355\u4f4d", None))
        self.label102.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"h2", None))
        self.label96.setText(QCoreApplication.translate("SettingsPage", u"\u540d\u79f0", None))
        self.label96.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
#if QT_CONFIG(accessibility)
        self.unitName.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u5355\u4f4d\u540d\u79f0", None))
#endif // QT_CONFIG(accessibility)
        self.label97.setText(QCoreApplication.translate("SettingsPage", u"\u7edf\u4e00\u793e\u4f1a\u4fe1\u7528\u4ee3\u7801", None))
        self.label97.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
#if QT_CONFIG(accessibility)
        self.unitCode.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u7edf\u4e00\u793e\u4f1a\u4fe1\u7528\u4ee3\u7801", None))
#endif // QT_CONFIG(accessibility)
        self.label98.setText(QCoreApplication.translate("SettingsPage", u"\u5355\u4f4d\u7c7b\u578b", None))
        self.label98.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
#if QT_CONFIG(accessibility)
        self.unitType.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u5355\u4f4d\u7c7b\u578b", None))
#endif // QT_CONFIG(accessibility)
        self.label99.setText(QCoreApplication.translate("SettingsPage", u"\u6253\u5f00\u7684\u4eba", None))
        self.label99.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
        self.person.setText("")
        self.unitNote.setText("")
        self.unitNote.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"sub", None))
        self.unitSave.setText(QCoreApplication.translate("SettingsPage", u"\u4fdd\u5b58\u5355\u4f4d\u4fe1\u606f", None))
        self.lookCard.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"card", None))
        self.label107.setText(QCoreApplication.translate("SettingsPage", u"\u5916\u89c2", None))
        self.label107.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"h2", None))
        self.label104.setText(QCoreApplication.translate("SettingsPage", u"\u989c\u8272", None))
        self.label104.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
#if QT_CONFIG(accessibility)
        self.mode.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u989c\u8272", None))
#endif // QT_CONFIG(accessibility)
        self.label105.setText(QCoreApplication.translate("SettingsPage", u"\u884c\u9ad8", None))
        self.label105.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
#if QT_CONFIG(accessibility)
        self.rows.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u884c\u9ad8", None))
#endif // QT_CONFIG(accessibility)
        self.safeCard.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"card", None))
        self.label112.setText(QCoreApplication.translate("SettingsPage", u"\u6062\u590d\u7801\u548c\u5907\u4efd", None))
        self.label112.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"h2", None))
        self.label109.setText(QCoreApplication.translate("SettingsPage", u"\u6062\u590d\u7801\u5355\u72ec\u5c31\u80fd\u6253\u5f00\u53f0\u8d26\u548c\u5907\u4efd\u3002\u6253\u5370\u6216\u6284\u5199\u540e\u9501\u8fdb\u67dc\u5b50\uff0c\u4e0d\u8981\u548c\u7535\u8111\u653e\u5728\u4e00\u8d77\u3002", None))
        self.label109.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"sub", None))
        self.recovery.setText(QCoreApplication.translate("SettingsPage", u"\u770b\u6062\u590d\u7801", None))
        self.recoveryPrint.setText(QCoreApplication.translate("SettingsPage", u"\u6253\u5370\u6062\u590d\u7801", None))
        self.backupState.setText("")
        self.backupState.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"sub", None))
        self.backup.setText(QCoreApplication.translate("SettingsPage", u"\u73b0\u5728\u5907\u4efd", None))
        self.trustCard.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"card", None))
        self.label117.setText(QCoreApplication.translate("SettingsPage", u"\u767b\u8bb0\u6821\u9a8c\u7801", None))
        self.label117.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"h2", None))
        self.ownCode.setText("")
        self.registration.setText(QCoreApplication.translate("SettingsPage", u"\u5bfc\u51fa\u767b\u8bb0\u8868", None))
        self.label115.setText(QCoreApplication.translate("SettingsPage", u"\u5df2\u767b\u8bb0\u7684\u5176\u4ed6\u5355\u4f4d", None))
        self.label115.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
#if QT_CONFIG(accessibility)
        self.trusted.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u5df2\u767b\u8bb0\u7684\u5176\u4ed6\u5355\u4f4d", None))
#endif // QT_CONFIG(accessibility)
        self.trustAdd.setText(QCoreApplication.translate("SettingsPage", u"\u4ece\u6587\u4ef6\u767b\u8bb0", None))
        self.operationsCard.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"card", None))
        self.label120.setText(QCoreApplication.translate("SettingsPage", u"\u64cd\u4f5c\u8bb0\u5f55", None))
        self.label120.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"h2", None))
#if QT_CONFIG(accessibility)
        self.operations.setAccessibleName(QCoreApplication.translate("SettingsPage", u"\u64cd\u4f5c\u8bb0\u5f55", None))
#endif // QT_CONFIG(accessibility)
        self.audit.setText(QCoreApplication.translate("SettingsPage", u"\u6838\u5bf9\u64cd\u4f5c\u8bb0\u5f55", None))
        self.auditState.setText("")
        self.auditState.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"sub", None))
        self.undo.setText(QCoreApplication.translate("SettingsPage", u"\u64a4\u9500\u8fd9\u6b21\u64cd\u4f5c", None))
        self.aboutCard.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"card", None))
        self.label127.setText(QCoreApplication.translate("SettingsPage", u"\u5173\u4e8e", None))
        self.label127.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"h2", None))
        self.label122.setText(QCoreApplication.translate("SettingsPage", u"\u53f0\u8d26\u4f4d\u7f6e", None))
        self.label122.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
        self.homePlace.setText("")
        self.label123.setText(QCoreApplication.translate("SettingsPage", u"\u7248\u672c", None))
        self.label123.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"label", None))
        self.version.setText("")
        self.logs.setText(QCoreApplication.translate("SettingsPage", u"\u6253\u5f00\u65e5\u5fd7\u6587\u4ef6\u5939", None))
        self.licences.setText(QCoreApplication.translate("SettingsPage", u"\u8bb8\u53ef", None))
        self.manual.setText(QCoreApplication.translate("SettingsPage", u"\u4f7f\u7528\u624b\u518c  F1", None))
        self.label126.setText(QCoreApplication.translate("SettingsPage", u"\u4e0d\u8054\u7f51 \u00b7 \u4e0d\u5904\u7406\u6d89\u5bc6\u4fe1\u606f \u00b7 \u6570\u636e\u53ea\u5728\u8fd9\u53f0\u7535\u8111\u4e0a", None))
        self.label126.setProperty(u"look", QCoreApplication.translate("SettingsPage", u"small", None))
        pass
    # retranslateUi

