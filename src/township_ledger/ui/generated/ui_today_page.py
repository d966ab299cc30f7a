# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'today_page.ui'
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
    QPushButton, QScrollArea, QSizePolicy, QSpacerItem,
    QVBoxLayout, QWidget)

from township_ledger.ui.widgets.hour_bars import HourBars

class Ui_TodayPage(object):
    def setupUi(self, TodayPage):
        if not TodayPage.objectName():
            TodayPage.setObjectName(u"TodayPage")
        self.layout10 = QHBoxLayout(TodayPage)
        self.layout10.setSpacing(12)
        self.layout10.setObjectName(u"layout10")
        self.layout10.setContentsMargins(0, 0, 0, 0)
        self.todoCard = QFrame(TodayPage)
        self.todoCard.setObjectName(u"todoCard")
        self.layout4 = QVBoxLayout(self.todoCard)
        self.layout4.setSpacing(0)
        self.layout4.setObjectName(u"layout4")
        self.layout4.setContentsMargins(1, 1, 1, 6)
        self.layout2 = QHBoxLayout()
        self.layout2.setSpacing(8)
        self.layout2.setObjectName(u"layout2")
        self.layout2.setContentsMargins(14, 10, 10, 6)
        self.label1 = QLabel(self.todoCard)
        self.label1.setObjectName(u"label1")

        self.layout2.addWidget(self.label1)

        self.todoCount = QLabel(self.todoCard)
        self.todoCount.setObjectName(u"todoCount")

        self.layout2.addWidget(self.todoCount)

        self.spacer11 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout2.addItem(self.spacer11)


        self.layout4.addLayout(self.layout2)

        self.frame3 = QFrame(self.todoCard)
        self.frame3.setObjectName(u"frame3")

        self.layout4.addWidget(self.frame3)

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

        self.layout4.addWidget(self.todoScroll)


        self.layout10.addWidget(self.todoCard)

        self.right = QWidget(TodayPage)
        self.right.setObjectName(u"right")
        self.layout9 = QVBoxLayout(self.right)
        self.layout9.setSpacing(12)
        self.layout9.setObjectName(u"layout9")
        self.layout9.setContentsMargins(0, 0, 0, 0)
        self.hoursCard = QFrame(self.right)
        self.hoursCard.setObjectName(u"hoursCard")
        self.layout6 = QVBoxLayout(self.hoursCard)
        self.layout6.setSpacing(6)
        self.layout6.setObjectName(u"layout6")
        self.layout6.setContentsMargins(14, 10, 14, 8)
        self.layout5 = QHBoxLayout()
        self.layout5.setSpacing(6)
        self.layout5.setObjectName(u"layout5")
        self.layout5.setContentsMargins(0, 0, 0, 0)
        self.hoursTitle = QLabel(self.hoursCard)
        self.hoursTitle.setObjectName(u"hoursTitle")

        self.layout5.addWidget(self.hoursTitle)

        self.spacer12 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout5.addItem(self.spacer12)

        self.reached = QPushButton(self.hoursCard)
        self.reached.setObjectName(u"reached")

        self.layout5.addWidget(self.reached)

        self.below = QPushButton(self.hoursCard)
        self.below.setObjectName(u"below")

        self.layout5.addWidget(self.below)


        self.layout6.addLayout(self.layout5)

        self.bars = HourBars(self.hoursCard)
        self.bars.setObjectName(u"bars")

        self.layout6.addWidget(self.bars)

        self.hoursNote = QLabel(self.hoursCard)
        self.hoursNote.setObjectName(u"hoursNote")
        self.hoursNote.setWordWrap(True)

        self.layout6.addWidget(self.hoursNote)

        self.layout6.setStretch(1, 1)

        self.layout9.addWidget(self.hoursCard)

        self.bundleCard = QFrame(self.right)
        self.bundleCard.setObjectName(u"bundleCard")
        self.layout8 = QVBoxLayout(self.bundleCard)
        self.layout8.setSpacing(2)
        self.layout8.setObjectName(u"layout8")
        self.layout8.setContentsMargins(14, 8, 14, 10)
        self.layout7 = QHBoxLayout()
        self.layout7.setSpacing(8)
        self.layout7.setObjectName(u"layout7")
        self.layout7.setContentsMargins(0, 0, 0, 0)
        self.bundleTitle = QLabel(self.bundleCard)
        self.bundleTitle.setObjectName(u"bundleTitle")

        self.layout7.addWidget(self.bundleTitle)

        self.spacer13 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout7.addItem(self.spacer13)

        self.bundleOpen = QPushButton(self.bundleCard)
        self.bundleOpen.setObjectName(u"bundleOpen")

        self.layout7.addWidget(self.bundleOpen)


        self.layout8.addLayout(self.layout7)

        self.bundleWhere = QLabel(self.bundleCard)
        self.bundleWhere.setObjectName(u"bundleWhere")
        self.bundleWhere.setWordWrap(True)

        self.layout8.addWidget(self.bundleWhere)


        self.layout9.addWidget(self.bundleCard)

        self.layout9.setStretch(0, 1)

        self.layout10.addWidget(self.right)

        self.layout10.setStretch(0, 11)
        self.layout10.setStretch(1, 10)

        self.retranslateUi(TodayPage)
    # setupUi

    def retranslateUi(self, TodayPage):
        self.todoCard.setProperty(u"look", QCoreApplication.translate("TodayPage", u"card", None))
        self.label1.setText(QCoreApplication.translate("TodayPage", u"\u8981\u529e\u7684\u4e8b", None))
        self.label1.setProperty(u"look", QCoreApplication.translate("TodayPage", u"h2", None))
        self.todoCount.setText("")
        self.todoCount.setProperty(u"look", QCoreApplication.translate("TodayPage", u"tag-grey", None))
        self.frame3.setProperty(u"look", QCoreApplication.translate("TodayPage", u"rule", None))
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

