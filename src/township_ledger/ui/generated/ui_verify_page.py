# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'verify_page.ui'
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
from PySide6.QtWidgets import (QApplication, QFrame, QHBoxLayout, QLabel,
    QListWidget, QListWidgetItem, QPushButton, QScrollArea,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from township_ledger.ui.widgets.drop_zone import DropZone
from township_ledger.ui.widgets.elided_label import ElidedLabel

class Ui_VerifyPage(object):
    def setupUi(self, VerifyPage):
        if not VerifyPage.objectName():
            VerifyPage.setObjectName(u"VerifyPage")
        self.layout88 = QVBoxLayout(VerifyPage)
        self.layout88.setSpacing(12)
        self.layout88.setObjectName(u"layout88")
        self.layout88.setContentsMargins(0, 0, 0, 0)
        self.drop = DropZone(VerifyPage)
        self.drop.setObjectName(u"drop")
        self.layout85 = QHBoxLayout(self.drop)
        self.layout85.setSpacing(14)
        self.layout85.setObjectName(u"layout85")
        self.layout85.setContentsMargins(20, 14, 20, 14)
        self.dropIcon = QLabel(self.drop)
        self.dropIcon.setObjectName(u"dropIcon")

        self.layout85.addWidget(self.dropIcon)

        self.layout84 = QVBoxLayout()
        self.layout84.setSpacing(2)
        self.layout84.setObjectName(u"layout84")
        self.layout84.setContentsMargins(0, 0, 0, 0)
        self.spacer89 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout84.addItem(self.spacer89)

        self.dropTitle = QLabel(self.drop)
        self.dropTitle.setObjectName(u"dropTitle")

        self.layout84.addWidget(self.dropTitle)

        self.label83 = QLabel(self.drop)
        self.label83.setObjectName(u"label83")

        self.layout84.addWidget(self.label83)

        self.spacer90 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout84.addItem(self.spacer90)


        self.layout85.addLayout(self.layout84)

        self.choose = QPushButton(self.drop)
        self.choose.setObjectName(u"choose")

        self.layout85.addWidget(self.choose)

        self.layout85.setStretch(1, 1)

        self.layout88.addWidget(self.drop)

        self.results = QWidget(VerifyPage)
        self.results.setObjectName(u"results")
        self.layout86 = QHBoxLayout(self.results)
        self.layout86.setSpacing(12)
        self.layout86.setObjectName(u"layout86")
        self.layout86.setContentsMargins(0, 0, 0, 0)
        self.files = QListWidget(self.results)
        self.files.setObjectName(u"files")
        self.files.setMaximumSize(QSize(240, 16777215))

        self.layout86.addWidget(self.files)

        self.scroll = QScrollArea(self.results)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scrolled = QWidget()
        self.scrolled.setObjectName(u"scrolled")
        self.details = QVBoxLayout(self.scrolled)
        self.details.setSpacing(10)
        self.details.setObjectName(u"details")
        self.details.setContentsMargins(0, 0, 0, 0)
        self.scroll.setWidget(self.scrolled)

        self.layout86.addWidget(self.scroll)

        self.layout86.setStretch(1, 1)

        self.layout88.addWidget(self.results)

        self.layout87 = QHBoxLayout()
        self.layout87.setSpacing(8)
        self.layout87.setObjectName(u"layout87")
        self.layout87.setContentsMargins(0, 0, 0, 0)
        self.note = ElidedLabel(VerifyPage)
        self.note.setObjectName(u"note")

        self.layout87.addWidget(self.note)

        self.pin = QPushButton(VerifyPage)
        self.pin.setObjectName(u"pin")

        self.layout87.addWidget(self.pin)

        self.layout87.setStretch(0, 1)

        self.layout88.addLayout(self.layout87)

        self.layout88.setStretch(1, 1)

        self.retranslateUi(VerifyPage)
    # setupUi

    def retranslateUi(self, VerifyPage):
        self.drop.setProperty(u"look", QCoreApplication.translate("VerifyPage", u"drop", None))
        self.dropIcon.setText("")
        self.dropTitle.setText(QCoreApplication.translate("VerifyPage", u"\u628a\u62a5\u9001\u5305\u62d6\u5230\u8fd9\u91cc", None))
        self.dropTitle.setProperty(u"look", QCoreApplication.translate("VerifyPage", u"h2", None))
        self.label83.setText(QCoreApplication.translate("VerifyPage", u".asics \u6587\u4ef6\uff1b\u53ef\u4ee5\u4e00\u6b21\u51e0\u4e2a\u3002\u53ea\u67e5\u770b\uff0c\u4e0d\u6536\u8fdb\u53f0\u8d26\u3002", None))
        self.label83.setProperty(u"look", QCoreApplication.translate("VerifyPage", u"sub", None))
        self.choose.setText(QCoreApplication.translate("VerifyPage", u"\u9009\u62e9\u6587\u4ef6", None))
#if QT_CONFIG(accessibility)
        self.files.setAccessibleName(QCoreApplication.translate("VerifyPage", u"\u5df2\u6821\u9a8c\u7684\u6587\u4ef6", None))
#endif // QT_CONFIG(accessibility)
        self.note.setText("")
        self.note.setProperty(u"look", QCoreApplication.translate("VerifyPage", u"sub", None))
        self.pin.setText(QCoreApplication.translate("VerifyPage", u"\u767b\u8bb0\u8fd9\u4e2a\u6821\u9a8c\u7801", None))
        self.pin.setProperty(u"look", QCoreApplication.translate("VerifyPage", u"primary", None))
        pass
    # retranslateUi

