# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'today_page.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from township_ledger.ui.widgets.hour_bars import HourBars

class Ui_TodayPage(object):
    def setupUi(self, TodayPage):
        if not TodayPage.objectName():
            TodayPage.setObjectName(u"TodayPage")
        self.layout1 = QHBoxLayout(TodayPage)
        self.layout1.setSpacing(12)
        self.layout1.setObjectName(u"layout1")
        self.layout1.setContentsMargins(0, 0, 0, 0)
        self.todoCard = QFrame(TodayPage)
        self.todoCard.setObjectName(u"todoCard")
        self.layout2 = QVBoxLayout(self.todoCard)
        self.layout2.setSpacing(0)
        self.layout2.setObjectName(u"layout2")
        self.layout2.setContentsMargins(1, 1, 1, 6)
        self.layout3 = QHBoxLayout()
        self.layout3.setSpacing(8)
        self.layout3.setObjectName(u"layout3")
        self.layout3.setContentsMargins(14, 10, 10, 6)
        self.label4 = QLabel(self.todoCard)
        self.label4.setObjectName(u"label4")

        self.layout3.addWidget(self.label4)

        self.todoCount = QLabel(self.todoCard)
        self.todoCount.setObjectName(u"todoCount")

        self.layout3.addWidget(self.todoCount)

        self.spacer5 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout3.addItem(self.spacer5)


        self.layout2.addLayout(self.layout3)

        self.frame6 = QFrame(self.todoCard)
        self.frame6.setObjectName(u"frame6")

        self.layout2.addWidget(self.frame6)

        self.todoScroll = QScrollArea(self.todoCard)
        self.todoScroll.setObjectName(u"todoScroll")
        self.todoScroll.setWidgetResizable(True)
        self.todoScroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.todoScroll.setFrameShape(QFrame.Shape.NoFrame)
        self.scrolled = QWidget()
        self.scrolled.setObjectName(u"scrolled")
        self.todoList = QVBoxLayout(self.scrolled)
        self.todoList.setSpacing(0)
        self.todoList.setObjectName(u"todoList")
        self.todoList.setContentsMargins(0, 0, 0, 0)
        self.todoScroll.setWidget(self.scrolled)

        self.layout2.addWidget(self.todoScroll)


        self.layout1.addWidget(self.todoCard)

        self.right = QWidget(TodayPage)
        self.right.setObjectName(u"right")
        self.layout7 = QVBoxLayout(self.right)
        self.layout7.setSpacing(12)
        self.layout7.setObjectName(u"layout7")
        self.layout7.setContentsMargins(0, 0, 0, 0)
        self.hoursCard = QFrame(self.right)
        self.hoursCard.setObjectName(u"hoursCard")
        self.layout8 = QVBoxLayout(self.hoursCard)
        self.layout8.setSpacing(6)
        self.layout8.setObjectName(u"layout8")
        self.layout8.setContentsMargins(14, 10, 14, 8)
        self.layout9 = QHBoxLayout()
        self.layout9.setSpacing(6)
        self.layout9.setObjectName(u"layout9")
        self.layout9.setContentsMargins(0, 0, 0, 0)
        self.hoursTitle = QLabel(self.hoursCard)
        self.hoursTitle.setObjectName(u"hoursTitle")

        self.layout9.addWidget(self.hoursTitle)

        self.spacer10 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout9.addItem(self.spacer10)

        self.reached = QPushButton(self.hoursCard)
        self.reached.setObjectName(u"reached")

        self.layout9.addWidget(self.reached)

        self.below = QPushButton(self.hoursCard)
        self.below.setObjectName(u"below")

        self.layout9.addWidget(self.below)


        self.layout8.addLayout(self.layout9)

        self.bars = HourBars(self.hoursCard)
        self.bars.setObjectName(u"bars")

        self.layout8.addWidget(self.bars)

        self.hoursNote = QLabel(self.hoursCard)
        self.hoursNote.setObjectName(u"hoursNote")
        self.hoursNote.setWordWrap(True)

        self.layout8.addWidget(self.hoursNote)

        self.layout8.setStretch(1, 1)

        self.layout7.addWidget(self.hoursCard)

        self.bundleCard = QFrame(self.right)
        self.bundleCard.setObjectName(u"bundleCard")
        self.layout11 = QVBoxLayout(self.bundleCard)
        self.layout11.setSpacing(2)
        self.layout11.setObjectName(u"layout11")
        self.layout11.setContentsMargins(14, 8, 14, 10)
        self.layout12 = QHBoxLayout()
        self.layout12.setSpacing(8)
        self.layout12.setObjectName(u"layout12")
        self.layout12.setContentsMargins(0, 0, 0, 0)
        self.bundleTitle = QLabel(self.bundleCard)
        self.bundleTitle.setObjectName(u"bundleTitle")

        self.layout12.addWidget(self.bundleTitle)

        self.spacer13 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout12.addItem(self.spacer13)

        self.bundleOpen = QPushButton(self.bundleCard)
        self.bundleOpen.setObjectName(u"bundleOpen")

        self.layout12.addWidget(self.bundleOpen)


        self.layout11.addLayout(self.layout12)

        self.bundleWhere = QLabel(self.bundleCard)
        self.bundleWhere.setObjectName(u"bundleWhere")
        self.bundleWhere.setWordWrap(True)

        self.layout11.addWidget(self.bundleWhere)


        self.layout7.addWidget(self.bundleCard)

        self.layout7.setStretch(0, 1)

        self.layout1.addWidget(self.right)

        self.layout1.setStretch(0, 11)
        self.layout1.setStretch(1, 10)

        self.retranslateUi(TodayPage)
    # setupUi

    def retranslateUi(self, TodayPage):
        self.todoCard.setProperty(u"look", QCoreApplication.translate("TodayPage", u"card", None))
        self.label4.setText(QCoreApplication.translate("TodayPage", u"\u8981\u529e\u7684\u4e8b", None))
        self.label4.setProperty(u"look", QCoreApplication.translate("TodayPage", u"h2", None))
        self.todoCount.setText("")
        self.todoCount.setProperty(u"look", QCoreApplication.translate("TodayPage", u"tag-grey", None))
        self.frame6.setProperty(u"look", QCoreApplication.translate("TodayPage", u"rule", None))
        self.hoursCard.setProperty(u"look", QCoreApplication.translate("TodayPage", u"card", None))
        self.hoursTitle.setText(QCoreApplication.translate("TodayPage", u"\u5b66\u65f6", None))
        self.hoursTitle.setProperty(u"look", QCoreApplication.translate("TodayPage", u"h2", None))
        self.reached.setText("")
        self.reached.setProperty(u"look", QCoreApplication.translate("TodayPage", u"tag-green", None))
        self.below.setText("")
        self.below.setProperty(u"look", QCoreApplication.translate("TodayPage", u"tag-amber", None))
        self.hoursNote.setText("")
        self.hoursNote.setProperty(u"look", QCoreApplication.translate("TodayPage", u"small", None))
        self.bundleCard.setProperty(u"look", QCoreApplication.translate("TodayPage", u"card", None))
        self.bundleTitle.setText(QCoreApplication.translate("TodayPage", u"\u62a5\u9001", None))
        self.bundleTitle.setProperty(u"look", QCoreApplication.translate("TodayPage", u"h2", None))
        self.bundleOpen.setText(QCoreApplication.translate("TodayPage", u"\u6253\u5f00", None))
        self.bundleOpen.setProperty(u"look", QCoreApplication.translate("TodayPage", u"flat", None))
        self.bundleWhere.setText("")
        self.bundleWhere.setProperty(u"look", QCoreApplication.translate("TodayPage", u"sub", None))
        pass
    # retranslateUi

