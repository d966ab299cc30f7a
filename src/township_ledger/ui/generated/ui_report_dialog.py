# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'report_dialog.ui'
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
from PySide6.QtWidgets import (QApplication, QCheckBox, QComboBox, QDialog,
    QFormLayout, QHBoxLayout, QLabel, QLineEdit,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

from township_ledger.ui.widgets.elided_label import ElidedLabel

class Ui_ReportDialog(object):
    def setupUi(self, ReportDialog):
        if not ReportDialog.objectName():
            ReportDialog.setObjectName(u"ReportDialog")
        ReportDialog.setMinimumSize(QSize(520, 340))
        self.layout157 = QVBoxLayout(ReportDialog)
        self.layout157.setSpacing(12)
        self.layout157.setObjectName(u"layout157")
        self.layout157.setContentsMargins(16, 14, 16, 14)
        self.layout155 = QFormLayout()
        self.layout155.setObjectName(u"layout155")
        self.layout155.setHorizontalSpacing(12)
        self.layout155.setVerticalSpacing(10)
        self.layout155.setContentsMargins(0, 0, 0, 0)
        self.label147 = QLabel(ReportDialog)
        self.label147.setObjectName(u"label147")

        self.layout155.setWidget(0, QFormLayout.LabelRole, self.label147)

        self.report = QComboBox(ReportDialog)
        self.report.setObjectName(u"report")

        self.layout155.setWidget(0, QFormLayout.FieldRole, self.report)

        self.label148 = QLabel(ReportDialog)
        self.label148.setObjectName(u"label148")

        self.layout155.setWidget(1, QFormLayout.LabelRole, self.label148)

        self.period = QComboBox(ReportDialog)
        self.period.setObjectName(u"period")

        self.layout155.setWidget(1, QFormLayout.FieldRole, self.period)

        self.label149 = QLabel(ReportDialog)
        self.label149.setObjectName(u"label149")

        self.layout155.setWidget(2, QFormLayout.LabelRole, self.label149)

        self.asOf = QLineEdit(ReportDialog)
        self.asOf.setObjectName(u"asOf")

        self.layout155.setWidget(2, QFormLayout.FieldRole, self.asOf)

        self.label150 = QLabel(ReportDialog)
        self.label150.setObjectName(u"label150")

        self.layout155.setWidget(3, QFormLayout.LabelRole, self.label150)

        self.layout151 = QHBoxLayout()
        self.layout151.setSpacing(8)
        self.layout151.setObjectName(u"layout151")
        self.layout151.setContentsMargins(0, 0, 0, 0)
        self.pdf = QCheckBox(ReportDialog)
        self.pdf.setObjectName(u"pdf")
        self.pdf.setChecked(True)

        self.layout151.addWidget(self.pdf)

        self.xlsx = QCheckBox(ReportDialog)
        self.xlsx.setObjectName(u"xlsx")
        self.xlsx.setChecked(True)

        self.layout151.addWidget(self.xlsx)

        self.spacer158 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout151.addItem(self.spacer158)


        self.layout155.setLayout(3, QFormLayout.FieldRole, self.layout151)

        self.label152 = QLabel(ReportDialog)
        self.label152.setObjectName(u"label152")

        self.layout155.setWidget(4, QFormLayout.LabelRole, self.label152)

        self.fullIds = QCheckBox(ReportDialog)
        self.fullIds.setObjectName(u"fullIds")

        self.layout155.setWidget(4, QFormLayout.FieldRole, self.fullIds)

        self.label153 = QLabel(ReportDialog)
        self.label153.setObjectName(u"label153")

        self.layout155.setWidget(5, QFormLayout.LabelRole, self.label153)

        self.layout154 = QHBoxLayout()
        self.layout154.setSpacing(8)
        self.layout154.setObjectName(u"layout154")
        self.layout154.setContentsMargins(0, 0, 0, 0)
        self.folder = ElidedLabel(ReportDialog)
        self.folder.setObjectName(u"folder")

        self.layout154.addWidget(self.folder)

        self.chooseFolder = QPushButton(ReportDialog)
        self.chooseFolder.setObjectName(u"chooseFolder")

        self.layout154.addWidget(self.chooseFolder)

        self.layout154.setStretch(0, 1)

        self.layout155.setLayout(5, QFormLayout.FieldRole, self.layout154)


        self.layout157.addLayout(self.layout155)

        self.fault = QLabel(ReportDialog)
        self.fault.setObjectName(u"fault")
        self.fault.setWordWrap(True)

        self.layout157.addWidget(self.fault)

        self.spacer159 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout157.addItem(self.spacer159)

        self.layout156 = QHBoxLayout()
        self.layout156.setSpacing(8)
        self.layout156.setObjectName(u"layout156")
        self.layout156.setContentsMargins(0, 0, 0, 0)
        self.open = QPushButton(ReportDialog)
        self.open.setObjectName(u"open")

        self.layout156.addWidget(self.open)

        self.spacer160 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout156.addItem(self.spacer160)

        self.cancel = QPushButton(ReportDialog)
        self.cancel.setObjectName(u"cancel")

        self.layout156.addWidget(self.cancel)

        self.make = QPushButton(ReportDialog)
        self.make.setObjectName(u"make")

        self.layout156.addWidget(self.make)


        self.layout157.addLayout(self.layout156)


        self.retranslateUi(ReportDialog)
    # setupUi

    def retranslateUi(self, ReportDialog):
        ReportDialog.setWindowTitle(QCoreApplication.translate("ReportDialog", u"\u62a5\u8868", None))
        self.label147.setText(QCoreApplication.translate("ReportDialog", u"\u62a5\u8868", None))
        self.label147.setProperty(u"look", QCoreApplication.translate("ReportDialog", u"label", None))
#if QT_CONFIG(accessibility)
        self.report.setAccessibleName(QCoreApplication.translate("ReportDialog", u"\u62a5\u8868", None))
#endif // QT_CONFIG(accessibility)
        self.label148.setText(QCoreApplication.translate("ReportDialog", u"\u671f\u95f4", None))
        self.label148.setProperty(u"look", QCoreApplication.translate("ReportDialog", u"label", None))
#if QT_CONFIG(accessibility)
        self.period.setAccessibleName(QCoreApplication.translate("ReportDialog", u"\u671f\u95f4", None))
#endif // QT_CONFIG(accessibility)
        self.label149.setText(QCoreApplication.translate("ReportDialog", u"\u622a\u81f3\u65e5\u671f", None))
        self.label149.setProperty(u"look", QCoreApplication.translate("ReportDialog", u"label", None))
#if QT_CONFIG(accessibility)
        self.asOf.setAccessibleName(QCoreApplication.translate("ReportDialog", u"\u622a\u81f3\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.label150.setText(QCoreApplication.translate("ReportDialog", u"\u683c\u5f0f", None))
        self.label150.setProperty(u"look", QCoreApplication.translate("ReportDialog", u"label", None))
        self.pdf.setText(QCoreApplication.translate("ReportDialog", u"PDF\uff08\u6253\u5370\uff09", None))
        self.xlsx.setText(QCoreApplication.translate("ReportDialog", u"\u8868\u683c\uff08xlsx\uff09", None))
        self.label152.setText(QCoreApplication.translate("ReportDialog", u"\u8eab\u4efd\u8bc1\u53f7", None))
        self.label152.setProperty(u"look", QCoreApplication.translate("ReportDialog", u"label", None))
        self.fullIds.setText(QCoreApplication.translate("ReportDialog", u"\u5199\u5168\uff08\u9ed8\u8ba4\u906e\u4f4f\u4e2d\u95f4\uff0c\u5199\u5168\u4f1a\u8bb0\u5165\u64cd\u4f5c\u8bb0\u5f55\uff09", None))
        self.label153.setText(QCoreApplication.translate("ReportDialog", u"\u5b58\u5230", None))
        self.label153.setProperty(u"look", QCoreApplication.translate("ReportDialog", u"label", None))
        self.folder.setText("")
        self.chooseFolder.setText(QCoreApplication.translate("ReportDialog", u"\u6362\u6587\u4ef6\u5939", None))
        self.fault.setText("")
        self.fault.setProperty(u"look", QCoreApplication.translate("ReportDialog", u"amber", None))
        self.open.setText(QCoreApplication.translate("ReportDialog", u"\u6253\u5f00\u6240\u5728\u6587\u4ef6\u5939", None))
        self.cancel.setText(QCoreApplication.translate("ReportDialog", u"\u5173\u95ed", None))
        self.make.setText(QCoreApplication.translate("ReportDialog", u"\u751f\u6210", None))
        self.make.setProperty(u"look", QCoreApplication.translate("ReportDialog", u"primary", None))
    # retranslateUi

