# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'desk.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QSpacerItem, QStackedWidget, QVBoxLayout, QWidget)

from township_ledger.ui.widgets.elided_label import ElidedLabel

class Ui_Desk(object):
    def setupUi(self, Desk):
        if not Desk.objectName():
            Desk.setObjectName(u"Desk")
        self.outer = QVBoxLayout(Desk)
        self.outer.setSpacing(0)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(0, 0, 0, 0)
        self.middle = QHBoxLayout()
        self.middle.setSpacing(0)
        self.middle.setObjectName(u"middle")
        self.middle.setContentsMargins(0, 0, 0, 0)
        self.side = QFrame(Desk)
        self.side.setObjectName(u"side")
        self.side.setProperty(u"look", u"side")
        self.sideBox = QVBoxLayout(self.side)
        self.sideBox.setSpacing(2)
        self.sideBox.setObjectName(u"sideBox")
        self.sideBox.setContentsMargins(8, 12, 8, 8)
        self.sideHead = QWidget(self.side)
        self.sideHead.setObjectName(u"sideHead")
        self.sideHeadBox = QVBoxLayout(self.sideHead)
        self.sideHeadBox.setSpacing(0)
        self.sideHeadBox.setObjectName(u"sideHeadBox")
        self.sideHeadBox.setContentsMargins(8, 0, 0, 10)
        self.brand = QLabel(self.sideHead)
        self.brand.setObjectName(u"brand")
        self.brand.setProperty(u"look", u"h2")

        self.sideHeadBox.addWidget(self.brand)

        self.unit = ElidedLabel(self.sideHead)
        self.unit.setObjectName(u"unit")
        self.unit.setText(u"")
        self.unit.setProperty(u"look", u"small")

        self.sideHeadBox.addWidget(self.unit)


        self.sideBox.addWidget(self.sideHead)

        self.navigation = QVBoxLayout()
        self.navigation.setSpacing(2)
        self.navigation.setObjectName(u"navigation")
        self.navigation.setContentsMargins(0, 0, 0, 0)

        self.sideBox.addLayout(self.navigation)

        self.sideBox_gap2 = QSpacerItem(1, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.sideBox.addItem(self.sideBox_gap2)

        self.navigationEnd = QVBoxLayout()
        self.navigationEnd.setSpacing(2)
        self.navigationEnd.setObjectName(u"navigationEnd")
        self.navigationEnd.setContentsMargins(0, 0, 0, 0)

        self.sideBox.addLayout(self.navigationEnd)


        self.middle.addWidget(self.side)

        self.body = QWidget(Desk)
        self.body.setObjectName(u"body")
        self.bodyBox = QVBoxLayout(self.body)
        self.bodyBox.setSpacing(16)
        self.bodyBox.setObjectName(u"bodyBox")
        self.bodyBox.setContentsMargins(24, 12, 24, 12)
        self.head = QHBoxLayout()
        self.head.setSpacing(16)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.titles = QVBoxLayout()
        self.titles.setSpacing(0)
        self.titles.setObjectName(u"titles")
        self.titles.setContentsMargins(0, 0, 0, 0)
        self.title = ElidedLabel(self.body)
        self.title.setObjectName(u"title")
        self.title.setText(u"")
        self.title.setProperty(u"look", u"h1")

        self.titles.addWidget(self.title)

        self.subTitle = ElidedLabel(self.body)
        self.subTitle.setObjectName(u"subTitle")
        self.subTitle.setText(u"")
        self.subTitle.setProperty(u"look", u"sub")

        self.titles.addWidget(self.subTitle)


        self.head.addLayout(self.titles)

        self.search = QLineEdit(self.body)
        self.search.setObjectName(u"search")
        self.search.setMinimumSize(QSize(190, 0))
        self.search.setMaximumSize(QSize(250, 16777215))

        self.head.addWidget(self.search)

        self.head.setStretch(0, 1)

        self.bodyBox.addLayout(self.head)

        self.pages = QStackedWidget(self.body)
        self.pages.setObjectName(u"pages")

        self.bodyBox.addWidget(self.pages)

        self.bodyBox.setStretch(1, 1)

        self.middle.addWidget(self.body)

        self.middle.setStretch(1, 1)

        self.outer.addLayout(self.middle)

        self.foot = QFrame(Desk)
        self.foot.setObjectName(u"foot")
        self.foot.setProperty(u"look", u"foot")
        self.footBox = QHBoxLayout(self.foot)
        self.footBox.setSpacing(0)
        self.footBox.setObjectName(u"footBox")
        self.footBox.setContentsMargins(0, 0, 0, 0)

        self.outer.addWidget(self.foot)

        self.outer.setStretch(0, 1)

        self.retranslateUi(Desk)
    # setupUi

    def retranslateUi(self, Desk):
        self.brand.setText(QCoreApplication.translate("Desk", u"\u6267\u6cd5\u53f0\u8d26", None))
        self.search.setPlaceholderText(QCoreApplication.translate("Desk", u"\u641c\u59d3\u540d\u3001\u62fc\u97f3\u3001\u8bc1\u53f7  Ctrl+K", None))
#if QT_CONFIG(accessibility)
        self.search.setAccessibleName(QCoreApplication.translate("Desk", u"\u641c\u7d22", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

