# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'verify_page.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QLabel, QListWidget, QPushButton, QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from township_ledger.ui.widgets.drop_zone import DropZone
from township_ledger.ui.widgets.elided_label import ElidedLabel

class Ui_VerifyPage(object):
    def setupUi(self, VerifyPage):
        if not VerifyPage.objectName():
            VerifyPage.setObjectName(u"VerifyPage")
        self.layout1 = QVBoxLayout(VerifyPage)
        self.layout1.setSpacing(12)
        self.layout1.setObjectName(u"layout1")
        self.layout1.setContentsMargins(0, 0, 0, 0)
        self.drop = DropZone(VerifyPage)
        self.drop.setObjectName(u"drop")
        self.layout2 = QHBoxLayout(self.drop)
        self.layout2.setSpacing(14)
        self.layout2.setObjectName(u"layout2")
        self.layout2.setContentsMargins(20, 14, 20, 14)
        self.dropIcon = QLabel(self.drop)
        self.dropIcon.setObjectName(u"dropIcon")

        self.layout2.addWidget(self.dropIcon)

        self.layout3 = QVBoxLayout()
        self.layout3.setSpacing(2)
        self.layout3.setObjectName(u"layout3")
        self.layout3.setContentsMargins(0, 0, 0, 0)
        self.spacer4 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout3.addItem(self.spacer4)

        self.dropTitle = QLabel(self.drop)
        self.dropTitle.setObjectName(u"dropTitle")

        self.layout3.addWidget(self.dropTitle)

        self.label5 = QLabel(self.drop)
        self.label5.setObjectName(u"label5")

        self.layout3.addWidget(self.label5)

        self.spacer6 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout3.addItem(self.spacer6)


        self.layout2.addLayout(self.layout3)

        self.choose = QPushButton(self.drop)
        self.choose.setObjectName(u"choose")

        self.layout2.addWidget(self.choose)

        self.layout2.setStretch(1, 1)

        self.layout1.addWidget(self.drop)

        self.results = QWidget(VerifyPage)
        self.results.setObjectName(u"results")
        self.layout7 = QHBoxLayout(self.results)
        self.layout7.setSpacing(12)
        self.layout7.setObjectName(u"layout7")
        self.layout7.setContentsMargins(0, 0, 0, 0)
        self.files = QListWidget(self.results)
        self.files.setObjectName(u"files")
        self.files.setMaximumSize(QSize(240, 16777215))

        self.layout7.addWidget(self.files)

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

        self.layout7.addWidget(self.scroll)

        self.layout7.setStretch(1, 1)

        self.layout1.addWidget(self.results)

        self.layout8 = QHBoxLayout()
        self.layout8.setSpacing(8)
        self.layout8.setObjectName(u"layout8")
        self.layout8.setContentsMargins(0, 0, 0, 0)
        self.note = ElidedLabel(VerifyPage)
        self.note.setObjectName(u"note")

        self.layout8.addWidget(self.note)

        self.pin = QPushButton(VerifyPage)
        self.pin.setObjectName(u"pin")

        self.layout8.addWidget(self.pin)

        self.layout8.setStretch(0, 1)

        self.layout1.addLayout(self.layout8)

        self.layout1.setStretch(1, 1)

        self.retranslateUi(VerifyPage)
    # setupUi

    def retranslateUi(self, VerifyPage):
        self.drop.setProperty(u"look", QCoreApplication.translate("VerifyPage", u"drop", None))
        self.dropIcon.setText("")
        self.dropTitle.setText(QCoreApplication.translate("VerifyPage", u"\u628a\u62a5\u9001\u5305\u62d6\u5230\u8fd9\u91cc", None))
        self.dropTitle.setProperty(u"look", QCoreApplication.translate("VerifyPage", u"h2", None))
        self.label5.setText(QCoreApplication.translate("VerifyPage", u".asics \u6587\u4ef6\uff1b\u53ef\u4ee5\u4e00\u6b21\u51e0\u4e2a\u3002\u53ea\u67e5\u770b\uff0c\u4e0d\u6536\u8fdb\u53f0\u8d26\u3002", None))
        self.label5.setProperty(u"look", QCoreApplication.translate("VerifyPage", u"sub", None))
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

