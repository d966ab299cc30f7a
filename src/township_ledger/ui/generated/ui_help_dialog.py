# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'help_dialog.ui'
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
from PySide6.QtWidgets import (QApplication, QDialog, QHBoxLayout, QListWidget,
    QListWidgetItem, QPushButton, QSizePolicy, QSpacerItem,
    QTextBrowser, QVBoxLayout, QWidget)

class Ui_HelpDialog(object):
    def setupUi(self, HelpDialog):
        if not HelpDialog.objectName():
            HelpDialog.setObjectName(u"HelpDialog")
        HelpDialog.setMinimumSize(QSize(760, 400))
        self.layout163 = QHBoxLayout(HelpDialog)
        self.layout163.setSpacing(12)
        self.layout163.setObjectName(u"layout163")
        self.layout163.setContentsMargins(16, 14, 16, 14)
        self.contents = QListWidget(HelpDialog)
        self.contents.setObjectName(u"contents")
        self.contents.setMaximumSize(QSize(180, 16777215))

        self.layout163.addWidget(self.contents)

        self.layout162 = QVBoxLayout()
        self.layout162.setSpacing(10)
        self.layout162.setObjectName(u"layout162")
        self.layout162.setContentsMargins(0, 0, 0, 0)
        self.text = QTextBrowser(HelpDialog)
        self.text.setObjectName(u"text")
        self.text.setOpenLinks(False)

        self.layout162.addWidget(self.text)

        self.layout161 = QHBoxLayout()
        self.layout161.setSpacing(8)
        self.layout161.setObjectName(u"layout161")
        self.layout161.setContentsMargins(0, 0, 0, 0)
        self.spacer164 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout161.addItem(self.spacer164)

        self.close = QPushButton(HelpDialog)
        self.close.setObjectName(u"close")

        self.layout161.addWidget(self.close)


        self.layout162.addLayout(self.layout161)


        self.layout163.addLayout(self.layout162)

        self.layout163.setStretch(1, 1)

        self.retranslateUi(HelpDialog)
    # setupUi

    def retranslateUi(self, HelpDialog):
        HelpDialog.setWindowTitle(QCoreApplication.translate("HelpDialog", u"\u4f7f\u7528\u624b\u518c", None))
#if QT_CONFIG(accessibility)
        self.contents.setAccessibleName(QCoreApplication.translate("HelpDialog", u"\u76ee\u5f55", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.text.setAccessibleName(QCoreApplication.translate("HelpDialog", u"\u6b63\u6587", None))
#endif // QT_CONFIG(accessibility)
        self.close.setText(QCoreApplication.translate("HelpDialog", u"\u5173\u95ed", None))
        self.close.setProperty(u"look", QCoreApplication.translate("HelpDialog", u"primary", None))
    # retranslateUi

