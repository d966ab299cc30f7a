# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'mapping_dialog.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QDialog, QHBoxLayout,
    QHeaderView, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QTableWidget, QTableWidgetItem, QVBoxLayout,
    QWidget)

class Ui_MappingDialog(object):
    def setupUi(self, MappingDialog):
        if not MappingDialog.objectName():
            MappingDialog.setObjectName(u"MappingDialog")
        MappingDialog.setMinimumSize(QSize(640, 400))
        self.layout38 = QVBoxLayout(MappingDialog)
        self.layout38.setSpacing(10)
        self.layout38.setObjectName(u"layout38")
        self.layout38.setContentsMargins(16, 14, 16, 14)
        self.label36 = QLabel(MappingDialog)
        self.label36.setObjectName(u"label36")
        self.label36.setWordWrap(True)

        self.layout38.addWidget(self.label36)

        self.table = QTableWidget(MappingDialog)
        self.table.setObjectName(u"table")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setCornerButtonEnabled(False)

        self.layout38.addWidget(self.table)

        self.fault = QLabel(MappingDialog)
        self.fault.setObjectName(u"fault")
        self.fault.setWordWrap(True)

        self.layout38.addWidget(self.fault)

        self.layout37 = QHBoxLayout()
        self.layout37.setSpacing(8)
        self.layout37.setObjectName(u"layout37")
        self.layout37.setContentsMargins(0, 0, 0, 0)
        self.spacer39 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout37.addItem(self.spacer39)

        self.cancel = QPushButton(MappingDialog)
        self.cancel.setObjectName(u"cancel")

        self.layout37.addWidget(self.cancel)

        self.apply = QPushButton(MappingDialog)
        self.apply.setObjectName(u"apply")

        self.layout37.addWidget(self.apply)


        self.layout38.addLayout(self.layout37)

        self.layout38.setStretch(1, 1)

        self.retranslateUi(MappingDialog)
    # setupUi

    def retranslateUi(self, MappingDialog):
        MappingDialog.setWindowTitle(QCoreApplication.translate("MappingDialog", u"\u6539\u5217\u5bf9\u5e94", None))
        self.label36.setText(QCoreApplication.translate("MappingDialog", u"\u5de6\u8fb9\u662f\u539f\u8868\u7684\u5217\uff0c\u53f3\u8fb9\u9009\u5b83\u5bf9\u5e94\u7684\u53f0\u8d26\u5217\u3002\u8bb0\u4f4f\u540e\uff0c\u540c\u6837\u8868\u5934\u7684\u8868\u4e0b\u6b21\u7167\u6b64\u5bf9\u5e94\u3002", None))
        self.label36.setProperty(u"look", QCoreApplication.translate("MappingDialog", u"sub", None))
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

