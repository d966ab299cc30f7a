# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'report_dialog.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout)

from township_ledger.ui.widgets.elided_label import ElidedLabel

class Ui_ReportDialog(object):
    def setupUi(self, ReportDialog):
        if not ReportDialog.objectName():
            ReportDialog.setObjectName(u"ReportDialog")
        ReportDialog.setMinimumSize(QSize(520, 340))
        self.layout1 = QVBoxLayout(ReportDialog)
        self.layout1.setSpacing(12)
        self.layout1.setObjectName(u"layout1")
        self.layout1.setContentsMargins(16, 14, 16, 14)
        self.layout2 = QFormLayout()
        self.layout2.setObjectName(u"layout2")
        self.layout2.setHorizontalSpacing(12)
        self.layout2.setVerticalSpacing(10)
        self.layout2.setContentsMargins(0, 0, 0, 0)
        self.label3 = QLabel(ReportDialog)
        self.label3.setObjectName(u"label3")

        self.layout2.setWidget(0, QFormLayout.LabelRole, self.label3)

        self.report = QComboBox(ReportDialog)
        self.report.setObjectName(u"report")

        self.layout2.setWidget(0, QFormLayout.FieldRole, self.report)

        self.label4 = QLabel(ReportDialog)
        self.label4.setObjectName(u"label4")

        self.layout2.setWidget(1, QFormLayout.LabelRole, self.label4)

        self.period = QComboBox(ReportDialog)
        self.period.setObjectName(u"period")

        self.layout2.setWidget(1, QFormLayout.FieldRole, self.period)

        self.label5 = QLabel(ReportDialog)
        self.label5.setObjectName(u"label5")

        self.layout2.setWidget(2, QFormLayout.LabelRole, self.label5)

        self.asOf = QLineEdit(ReportDialog)
        self.asOf.setObjectName(u"asOf")

        self.layout2.setWidget(2, QFormLayout.FieldRole, self.asOf)

        self.label6 = QLabel(ReportDialog)
        self.label6.setObjectName(u"label6")

        self.layout2.setWidget(3, QFormLayout.LabelRole, self.label6)

        self.layout7 = QHBoxLayout()
        self.layout7.setSpacing(8)
        self.layout7.setObjectName(u"layout7")
        self.layout7.setContentsMargins(0, 0, 0, 0)
        self.pdf = QCheckBox(ReportDialog)
        self.pdf.setObjectName(u"pdf")
        self.pdf.setChecked(True)

        self.layout7.addWidget(self.pdf)

        self.xlsx = QCheckBox(ReportDialog)
        self.xlsx.setObjectName(u"xlsx")
        self.xlsx.setChecked(True)

        self.layout7.addWidget(self.xlsx)

        self.spacer8 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout7.addItem(self.spacer8)


        self.layout2.setLayout(3, QFormLayout.FieldRole, self.layout7)

        self.label9 = QLabel(ReportDialog)
        self.label9.setObjectName(u"label9")

        self.layout2.setWidget(4, QFormLayout.LabelRole, self.label9)

        self.fullIds = QCheckBox(ReportDialog)
        self.fullIds.setObjectName(u"fullIds")

        self.layout2.setWidget(4, QFormLayout.FieldRole, self.fullIds)

        self.label10 = QLabel(ReportDialog)
        self.label10.setObjectName(u"label10")

        self.layout2.setWidget(5, QFormLayout.LabelRole, self.label10)

        self.layout11 = QHBoxLayout()
        self.layout11.setSpacing(8)
        self.layout11.setObjectName(u"layout11")
        self.layout11.setContentsMargins(0, 0, 0, 0)
        self.folder = ElidedLabel(ReportDialog)
        self.folder.setObjectName(u"folder")

        self.layout11.addWidget(self.folder)

        self.chooseFolder = QPushButton(ReportDialog)
        self.chooseFolder.setObjectName(u"chooseFolder")

        self.layout11.addWidget(self.chooseFolder)

        self.layout11.setStretch(0, 1)

        self.layout2.setLayout(5, QFormLayout.FieldRole, self.layout11)


        self.layout1.addLayout(self.layout2)

        self.fault = QLabel(ReportDialog)
        self.fault.setObjectName(u"fault")
        self.fault.setWordWrap(True)

        self.layout1.addWidget(self.fault)

        self.spacer12 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout1.addItem(self.spacer12)

        self.layout13 = QHBoxLayout()
        self.layout13.setSpacing(8)
        self.layout13.setObjectName(u"layout13")
        self.layout13.setContentsMargins(0, 0, 0, 0)
        self.open = QPushButton(ReportDialog)
        self.open.setObjectName(u"open")

        self.layout13.addWidget(self.open)

        self.spacer14 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout13.addItem(self.spacer14)

        self.cancel = QPushButton(ReportDialog)
        self.cancel.setObjectName(u"cancel")

        self.layout13.addWidget(self.cancel)

        self.make = QPushButton(ReportDialog)
        self.make.setObjectName(u"make")

        self.layout13.addWidget(self.make)


        self.layout1.addLayout(self.layout13)


        self.retranslateUi(ReportDialog)
    # setupUi

    def retranslateUi(self, ReportDialog):
        ReportDialog.setWindowTitle(QCoreApplication.translate("ReportDialog", u"\u62a5\u8868", None))
        self.label3.setText(QCoreApplication.translate("ReportDialog", u"\u62a5\u8868", None))
        self.label3.setProperty(u"look", QCoreApplication.translate("ReportDialog", u"label", None))
#if QT_CONFIG(accessibility)
        self.report.setAccessibleName(QCoreApplication.translate("ReportDialog", u"\u62a5\u8868", None))
#endif // QT_CONFIG(accessibility)
        self.label4.setText(QCoreApplication.translate("ReportDialog", u"\u671f\u95f4", None))
        self.label4.setProperty(u"look", QCoreApplication.translate("ReportDialog", u"label", None))
#if QT_CONFIG(accessibility)
        self.period.setAccessibleName(QCoreApplication.translate("ReportDialog", u"\u671f\u95f4", None))
#endif // QT_CONFIG(accessibility)
        self.label5.setText(QCoreApplication.translate("ReportDialog", u"\u622a\u81f3\u65e5\u671f", None))
        self.label5.setProperty(u"look", QCoreApplication.translate("ReportDialog", u"label", None))
#if QT_CONFIG(accessibility)
        self.asOf.setAccessibleName(QCoreApplication.translate("ReportDialog", u"\u622a\u81f3\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.label6.setText(QCoreApplication.translate("ReportDialog", u"\u683c\u5f0f", None))
        self.label6.setProperty(u"look", QCoreApplication.translate("ReportDialog", u"label", None))
        self.pdf.setText(QCoreApplication.translate("ReportDialog", u"PDF\uff08\u6253\u5370\uff09", None))
        self.xlsx.setText(QCoreApplication.translate("ReportDialog", u"\u8868\u683c\uff08xlsx\uff09", None))
        self.label9.setText(QCoreApplication.translate("ReportDialog", u"\u8eab\u4efd\u8bc1\u53f7", None))
        self.label9.setProperty(u"look", QCoreApplication.translate("ReportDialog", u"label", None))
        self.fullIds.setText(QCoreApplication.translate("ReportDialog", u"\u5199\u5168\uff08\u9ed8\u8ba4\u906e\u4f4f\u4e2d\u95f4\uff0c\u5199\u5168\u4f1a\u8bb0\u5165\u64cd\u4f5c\u8bb0\u5f55\uff09", None))
        self.label10.setText(QCoreApplication.translate("ReportDialog", u"\u5b58\u5230", None))
        self.label10.setProperty(u"look", QCoreApplication.translate("ReportDialog", u"label", None))
        self.folder.setText("")
        self.chooseFolder.setText(QCoreApplication.translate("ReportDialog", u"\u6362\u6587\u4ef6\u5939", None))
        self.fault.setText("")
        self.fault.setProperty(u"look", QCoreApplication.translate("ReportDialog", u"amber", None))
        self.open.setText(QCoreApplication.translate("ReportDialog", u"\u6253\u5f00\u6240\u5728\u6587\u4ef6\u5939", None))
        self.cancel.setText(QCoreApplication.translate("ReportDialog", u"\u5173\u95ed", None))
        self.make.setText(QCoreApplication.translate("ReportDialog", u"\u751f\u6210", None))
        self.make.setProperty(u"look", QCoreApplication.translate("ReportDialog", u"primary", None))
    # retranslateUi

