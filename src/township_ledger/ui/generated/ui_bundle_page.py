# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'bundle_page.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QAbstractItemView, QComboBox, QFormLayout, QFrame, QHBoxLayout, QLabel, QLineEdit, QListWidget, QPushButton, QScrollArea, QSizePolicy, QSpacerItem, QStackedWidget, QTableView, QVBoxLayout, QWidget)

from township_ledger.ui.widgets.elided_label import ElidedLabel
from township_ledger.ui.widgets.steps_bar import StepsBar

class Ui_BundlePage(object):
    def setupUi(self, BundlePage):
        if not BundlePage.objectName():
            BundlePage.setObjectName(u"BundlePage")
        self.layout1 = QVBoxLayout(BundlePage)
        self.layout1.setSpacing(10)
        self.layout1.setObjectName(u"layout1")
        self.layout1.setContentsMargins(0, 0, 0, 0)
        self.steps = StepsBar(BundlePage)
        self.steps.setObjectName(u"steps")

        self.layout1.addWidget(self.steps)

        self.stack = QStackedWidget(BundlePage)
        self.stack.setObjectName(u"stack")
        self.homePage = QWidget()
        self.homePage.setObjectName(u"homePage")
        self.layout2 = QVBoxLayout(self.homePage)
        self.layout2.setSpacing(12)
        self.layout2.setObjectName(u"layout2")
        self.layout2.setContentsMargins(0, 0, 0, 0)
        self.registrationCard = QFrame(self.homePage)
        self.registrationCard.setObjectName(u"registrationCard")
        self.layout3 = QHBoxLayout(self.registrationCard)
        self.layout3.setSpacing(12)
        self.layout3.setObjectName(u"layout3")
        self.layout3.setContentsMargins(14, 10, 14, 10)
        self.registrationIcon = QLabel(self.registrationCard)
        self.registrationIcon.setObjectName(u"registrationIcon")

        self.layout3.addWidget(self.registrationIcon)

        self.layout4 = QVBoxLayout()
        self.layout4.setSpacing(0)
        self.layout4.setObjectName(u"layout4")
        self.layout4.setContentsMargins(0, 0, 0, 0)
        self.registrationTitle = ElidedLabel(self.registrationCard)
        self.registrationTitle.setObjectName(u"registrationTitle")

        self.layout4.addWidget(self.registrationTitle)

        self.registrationNote = ElidedLabel(self.registrationCard)
        self.registrationNote.setObjectName(u"registrationNote")

        self.layout4.addWidget(self.registrationNote)


        self.layout3.addLayout(self.layout4)

        self.registrationPrint = QPushButton(self.registrationCard)
        self.registrationPrint.setObjectName(u"registrationPrint")

        self.layout3.addWidget(self.registrationPrint)

        self.layout3.setStretch(1, 1)

        self.layout2.addWidget(self.registrationCard)

        self.sent = QTableView(self.homePage)
        self.sent.setObjectName(u"sent")
        self.sent.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.sent.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.sent.setCornerButtonEnabled(False)

        self.layout2.addWidget(self.sent)

        self.layout5 = QHBoxLayout()
        self.layout5.setSpacing(8)
        self.layout5.setObjectName(u"layout5")
        self.layout5.setContentsMargins(0, 0, 0, 0)
        self.sentNote = ElidedLabel(self.homePage)
        self.sentNote.setObjectName(u"sentNote")

        self.layout5.addWidget(self.sentNote)

        self.verify = QPushButton(self.homePage)
        self.verify.setObjectName(u"verify")

        self.layout5.addWidget(self.verify)

        self.copyAgain = QPushButton(self.homePage)
        self.copyAgain.setObjectName(u"copyAgain")

        self.layout5.addWidget(self.copyAgain)

        self.create = QPushButton(self.homePage)
        self.create.setObjectName(u"create")

        self.layout5.addWidget(self.create)

        self.layout5.setStretch(0, 1)

        self.layout2.addLayout(self.layout5)

        self.layout2.setStretch(1, 1)
        self.stack.addWidget(self.homePage)
        self.periodPage = QWidget()
        self.periodPage.setObjectName(u"periodPage")
        self.layout6 = QVBoxLayout(self.periodPage)
        self.layout6.setSpacing(8)
        self.layout6.setObjectName(u"layout6")
        self.layout6.setContentsMargins(0, 0, 0, 0)
        self.periodScroll = QScrollArea(self.periodPage)
        self.periodScroll.setObjectName(u"periodScroll")
        self.periodScroll.setWidgetResizable(True)
        self.periodScroll.setFrameShape(QFrame.Shape.NoFrame)
        self.periodScroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scrolled_3 = QWidget()
        self.scrolled_3.setObjectName(u"scrolled_3")
        self.layout7 = QVBoxLayout(self.scrolled_3)
        self.layout7.setSpacing(12)
        self.layout7.setObjectName(u"layout7")
        self.layout7.setContentsMargins(0, 0, 8, 0)
        self.periodCard = QFrame(self.scrolled_3)
        self.periodCard.setObjectName(u"periodCard")
        self.layout8 = QFormLayout(self.periodCard)
        self.layout8.setObjectName(u"layout8")
        self.layout8.setHorizontalSpacing(12)
        self.layout8.setVerticalSpacing(10)
        self.layout8.setContentsMargins(16, 14, 16, 14)
        self.label9 = QLabel(self.periodCard)
        self.label9.setObjectName(u"label9")

        self.layout8.setWidget(0, QFormLayout.LabelRole, self.label9)

        self.layout10 = QHBoxLayout()
        self.layout10.setSpacing(8)
        self.layout10.setObjectName(u"layout10")
        self.layout10.setContentsMargins(0, 0, 0, 0)
        self.period = QComboBox(self.periodCard)
        self.period.setObjectName(u"period")
        self.period.setMinimumSize(QSize(160, 0))

        self.layout10.addWidget(self.period)

        self.periodWords = QLabel(self.periodCard)
        self.periodWords.setObjectName(u"periodWords")

        self.layout10.addWidget(self.periodWords)

        self.spacer11 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout10.addItem(self.spacer11)


        self.layout8.setLayout(0, QFormLayout.FieldRole, self.layout10)

        self.label12 = QLabel(self.periodCard)
        self.label12.setObjectName(u"label12")

        self.layout8.setWidget(1, QFormLayout.LabelRole, self.label12)

        self.layout13 = QHBoxLayout()
        self.layout13.setSpacing(8)
        self.layout13.setObjectName(u"layout13")
        self.layout13.setContentsMargins(0, 0, 0, 0)
        self.asOf = QLineEdit(self.periodCard)
        self.asOf.setObjectName(u"asOf")
        self.asOf.setMaximumSize(QSize(160, 16777215))

        self.layout13.addWidget(self.asOf)

        self.label14 = QLabel(self.periodCard)
        self.label14.setObjectName(u"label14")

        self.layout13.addWidget(self.label14)

        self.spacer15 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout13.addItem(self.spacer15)


        self.layout8.setLayout(1, QFormLayout.FieldRole, self.layout13)

        self.label16 = QLabel(self.periodCard)
        self.label16.setObjectName(u"label16")

        self.layout8.setWidget(2, QFormLayout.LabelRole, self.label16)

        self.contents = QLabel(self.periodCard)
        self.contents.setObjectName(u"contents")
        self.contents.setWordWrap(True)

        self.layout8.setWidget(2, QFormLayout.FieldRole, self.contents)

        self.label17 = QLabel(self.periodCard)
        self.label17.setObjectName(u"label17")

        self.layout8.setWidget(3, QFormLayout.LabelRole, self.label17)

        self.label18 = QLabel(self.periodCard)
        self.label18.setObjectName(u"label18")
        self.label18.setWordWrap(True)

        self.layout8.setWidget(3, QFormLayout.FieldRole, self.label18)


        self.layout7.addWidget(self.periodCard)

        self.unitCard = QFrame(self.scrolled_3)
        self.unitCard.setObjectName(u"unitCard")
        self.layout19 = QVBoxLayout(self.unitCard)
        self.layout19.setSpacing(10)
        self.layout19.setObjectName(u"layout19")
        self.layout19.setContentsMargins(16, 12, 16, 14)
        self.label20 = QLabel(self.unitCard)
        self.label20.setObjectName(u"label20")

        self.layout19.addWidget(self.label20)

        self.layout21 = QFormLayout()
        self.layout21.setObjectName(u"layout21")
        self.layout21.setHorizontalSpacing(12)
        self.layout21.setVerticalSpacing(10)
        self.layout21.setContentsMargins(0, 0, 0, 0)
        self.label22 = QLabel(self.unitCard)
        self.label22.setObjectName(u"label22")

        self.layout21.setWidget(0, QFormLayout.LabelRole, self.label22)

        self.unitName = QLineEdit(self.unitCard)
        self.unitName.setObjectName(u"unitName")

        self.layout21.setWidget(0, QFormLayout.FieldRole, self.unitName)

        self.label23 = QLabel(self.unitCard)
        self.label23.setObjectName(u"label23")

        self.layout21.setWidget(1, QFormLayout.LabelRole, self.label23)

        self.unitCode = QLineEdit(self.unitCard)
        self.unitCode.setObjectName(u"unitCode")

        self.layout21.setWidget(1, QFormLayout.FieldRole, self.unitCode)

        self.label24 = QLabel(self.unitCard)
        self.label24.setObjectName(u"label24")

        self.layout21.setWidget(2, QFormLayout.LabelRole, self.label24)

        self.unitType = QComboBox(self.unitCard)
        self.unitType.setObjectName(u"unitType")

        self.layout21.setWidget(2, QFormLayout.FieldRole, self.unitType)


        self.layout19.addLayout(self.layout21)


        self.layout7.addWidget(self.unitCard)

        self.periodFault = QLabel(self.scrolled_3)
        self.periodFault.setObjectName(u"periodFault")
        self.periodFault.setWordWrap(True)

        self.layout7.addWidget(self.periodFault)

        self.spacer25 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout7.addItem(self.spacer25)

        self.periodScroll.setWidget(self.scrolled_3)

        self.layout6.addWidget(self.periodScroll)

        self.stack.addWidget(self.periodPage)
        self.checkPage = QWidget()
        self.checkPage.setObjectName(u"checkPage")
        self.layout26 = QVBoxLayout(self.checkPage)
        self.layout26.setSpacing(8)
        self.layout26.setObjectName(u"layout26")
        self.layout26.setContentsMargins(0, 0, 0, 0)
        self.checkScroll = QScrollArea(self.checkPage)
        self.checkScroll.setObjectName(u"checkScroll")
        self.checkScroll.setWidgetResizable(True)
        self.checkScroll.setFrameShape(QFrame.Shape.NoFrame)
        self.checkScroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scrolled = QWidget()
        self.scrolled.setObjectName(u"scrolled")
        self.checkList = QVBoxLayout(self.scrolled)
        self.checkList.setSpacing(12)
        self.checkList.setObjectName(u"checkList")
        self.checkList.setContentsMargins(0, 0, 0, 0)
        self.checkScroll.setWidget(self.scrolled)

        self.layout26.addWidget(self.checkScroll)

        self.stack.addWidget(self.checkPage)
        self.previewPage = QWidget()
        self.previewPage.setObjectName(u"previewPage")
        self.layout27 = QHBoxLayout(self.previewPage)
        self.layout27.setSpacing(12)
        self.layout27.setObjectName(u"layout27")
        self.layout27.setContentsMargins(0, 0, 0, 0)
        self.files = QListWidget(self.previewPage)
        self.files.setObjectName(u"files")
        self.files.setMaximumSize(QSize(230, 16777215))

        self.layout27.addWidget(self.files)

        self.pagesScroll = QScrollArea(self.previewPage)
        self.pagesScroll.setObjectName(u"pagesScroll")
        self.pagesScroll.setWidgetResizable(True)
        self.scrolled_2 = QWidget()
        self.scrolled_2.setObjectName(u"scrolled_2")
        self.pageList = QVBoxLayout(self.scrolled_2)
        self.pageList.setSpacing(12)
        self.pageList.setObjectName(u"pageList")
        self.pageList.setContentsMargins(0, 0, 0, 0)
        self.pagesScroll.setWidget(self.scrolled_2)

        self.layout27.addWidget(self.pagesScroll)

        self.layout27.setStretch(1, 1)
        self.stack.addWidget(self.previewPage)
        self.writePage = QWidget()
        self.writePage.setObjectName(u"writePage")
        self.layout28 = QVBoxLayout(self.writePage)
        self.layout28.setSpacing(12)
        self.layout28.setObjectName(u"layout28")
        self.layout28.setContentsMargins(0, 0, 0, 0)
        self.targetCard = QFrame(self.writePage)
        self.targetCard.setObjectName(u"targetCard")
        self.layout29 = QVBoxLayout(self.targetCard)
        self.layout29.setSpacing(8)
        self.layout29.setObjectName(u"layout29")
        self.layout29.setContentsMargins(16, 12, 16, 14)
        self.label30 = QLabel(self.targetCard)
        self.label30.setObjectName(u"label30")

        self.layout29.addWidget(self.label30)

        self.drives = QWidget(self.targetCard)
        self.drives.setObjectName(u"drives")
        self.driveList = QVBoxLayout(self.drives)
        self.driveList.setSpacing(6)
        self.driveList.setObjectName(u"driveList")
        self.driveList.setContentsMargins(0, 0, 0, 0)

        self.layout29.addWidget(self.drives)

        self.layout31 = QHBoxLayout()
        self.layout31.setSpacing(8)
        self.layout31.setObjectName(u"layout31")
        self.layout31.setContentsMargins(0, 0, 0, 0)
        self.chooseFolder = QPushButton(self.targetCard)
        self.chooseFolder.setObjectName(u"chooseFolder")

        self.layout31.addWidget(self.chooseFolder)

        self.rescan = QPushButton(self.targetCard)
        self.rescan.setObjectName(u"rescan")

        self.layout31.addWidget(self.rescan)

        self.spacer32 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout31.addItem(self.spacer32)


        self.layout29.addLayout(self.layout31)

        self.target = ElidedLabel(self.targetCard)
        self.target.setObjectName(u"target")

        self.layout29.addWidget(self.target)


        self.layout28.addWidget(self.targetCard)

        self.outcomeCard = QFrame(self.writePage)
        self.outcomeCard.setObjectName(u"outcomeCard")
        self.layout33 = QVBoxLayout(self.outcomeCard)
        self.layout33.setSpacing(8)
        self.layout33.setObjectName(u"layout33")
        self.layout33.setContentsMargins(16, 12, 16, 14)
        self.outcomeTitle = QLabel(self.outcomeCard)
        self.outcomeTitle.setObjectName(u"outcomeTitle")
        self.outcomeTitle.setWordWrap(True)

        self.layout33.addWidget(self.outcomeTitle)

        self.outcomeNote = QLabel(self.outcomeCard)
        self.outcomeNote.setObjectName(u"outcomeNote")
        self.outcomeNote.setWordWrap(True)
        self.outcomeNote.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.layout33.addWidget(self.outcomeNote)

        self.layout34 = QHBoxLayout()
        self.layout34.setSpacing(8)
        self.layout34.setObjectName(u"layout34")
        self.layout34.setContentsMargins(0, 0, 0, 0)
        self.openFolder = QPushButton(self.outcomeCard)
        self.openFolder.setObjectName(u"openFolder")

        self.layout34.addWidget(self.openFolder)

        self.outcomePrint = QPushButton(self.outcomeCard)
        self.outcomePrint.setObjectName(u"outcomePrint")

        self.layout34.addWidget(self.outcomePrint)

        self.spacer35 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout34.addItem(self.spacer35)


        self.layout33.addLayout(self.layout34)


        self.layout28.addWidget(self.outcomeCard)

        self.spacer36 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout28.addItem(self.spacer36)

        self.stack.addWidget(self.writePage)

        self.layout1.addWidget(self.stack)

        self.acts = QWidget(BundlePage)
        self.acts.setObjectName(u"acts")
        self.layout37 = QHBoxLayout(self.acts)
        self.layout37.setSpacing(8)
        self.layout37.setObjectName(u"layout37")
        self.layout37.setContentsMargins(0, 0, 0, 0)
        self.back = QPushButton(self.acts)
        self.back.setObjectName(u"back")

        self.layout37.addWidget(self.back)

        self.note = ElidedLabel(self.acts)
        self.note.setObjectName(u"note")

        self.layout37.addWidget(self.note)

        self.next = QPushButton(self.acts)
        self.next.setObjectName(u"next")

        self.layout37.addWidget(self.next)

        self.layout37.setStretch(1, 1)

        self.layout1.addWidget(self.acts)

        self.layout1.setStretch(1, 1)

        self.retranslateUi(BundlePage)
    # setupUi

    def retranslateUi(self, BundlePage):
        self.registrationCard.setProperty(u"look", QCoreApplication.translate("BundlePage", u"card", None))
        self.registrationIcon.setText("")
        self.registrationTitle.setText("")
        self.registrationTitle.setProperty(u"look", QCoreApplication.translate("BundlePage", u"h2", None))
        self.registrationNote.setText("")
        self.registrationNote.setProperty(u"look", QCoreApplication.translate("BundlePage", u"sub", None))
        self.registrationPrint.setText(QCoreApplication.translate("BundlePage", u"\u6253\u5370\u767b\u8bb0\u8868", None))
#if QT_CONFIG(accessibility)
        self.sent.setAccessibleName(QCoreApplication.translate("BundlePage", u"\u5df2\u751f\u6210\u7684\u62a5\u9001\u5305", None))
#endif // QT_CONFIG(accessibility)
        self.sent.setProperty(u"look", QCoreApplication.translate("BundlePage", u"list", None))
        self.sentNote.setText("")
        self.sentNote.setProperty(u"look", QCoreApplication.translate("BundlePage", u"sub", None))
        self.verify.setText(QCoreApplication.translate("BundlePage", u"\u6821\u9a8c\u6536\u5230\u7684\u62a5\u9001\u5305", None))
        self.copyAgain.setText(QCoreApplication.translate("BundlePage", u"\u518d\u5199\u5230\u76d8\u4e0a", None))
        self.create.setText(QCoreApplication.translate("BundlePage", u"\u65b0\u5efa\u62a5\u9001\u5305", None))
        self.create.setProperty(u"look", QCoreApplication.translate("BundlePage", u"primary", None))
        self.periodCard.setProperty(u"look", QCoreApplication.translate("BundlePage", u"card", None))
        self.label9.setText(QCoreApplication.translate("BundlePage", u"\u671f\u95f4", None))
        self.label9.setProperty(u"look", QCoreApplication.translate("BundlePage", u"label", None))
#if QT_CONFIG(accessibility)
        self.period.setAccessibleName(QCoreApplication.translate("BundlePage", u"\u671f\u95f4", None))
#endif // QT_CONFIG(accessibility)
        self.periodWords.setText("")
        self.periodWords.setProperty(u"look", QCoreApplication.translate("BundlePage", u"sub", None))
        self.label12.setText(QCoreApplication.translate("BundlePage", u"\u622a\u81f3\u65e5\u671f", None))
        self.label12.setProperty(u"look", QCoreApplication.translate("BundlePage", u"label", None))
#if QT_CONFIG(accessibility)
        self.asOf.setAccessibleName(QCoreApplication.translate("BundlePage", u"\u622a\u81f3\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.label14.setText(QCoreApplication.translate("BundlePage", u"\u6570\u636e\u7b97\u5230\u8fd9\u4e00\u5929", None))
        self.label14.setProperty(u"look", QCoreApplication.translate("BundlePage", u"sub", None))
        self.label16.setText(QCoreApplication.translate("BundlePage", u"\u5185\u5bb9", None))
        self.label16.setProperty(u"look", QCoreApplication.translate("BundlePage", u"label", None))
        self.contents.setText(QCoreApplication.translate("BundlePage", u"\u6301\u8bc1\u4e0a\u5c97\u60c5\u51b5\u8868\u3001\u4eba\u5458\u5b66\u65f6\u53f0\u8d26\u3001\u8d4b\u6743\u4e8b\u9879\u6e05\u5355\uff08\u5404\u4e00\u4efd PDF \u548c\u8868\u683c\uff09\uff0c\u4ee5\u53ca\u5404\u53f0\u8d26\u7684\u6570\u636e", None))
        self.label17.setText("")
        self.label17.setProperty(u"look", QCoreApplication.translate("BundlePage", u"label", None))
        self.label18.setText(QCoreApplication.translate("BundlePage", u"\u4e0d\u542b\u8eab\u4efd\u8bc1\u53f7\u548c\u7535\u8bdd\uff1b\u8349\u7a3f\u548c\u81ea\u6709\u5217\u4e0d\u62a5\u3002", None))
        self.label18.setProperty(u"look", QCoreApplication.translate("BundlePage", u"sub", None))
        self.unitCard.setProperty(u"look", QCoreApplication.translate("BundlePage", u"card", None))
        self.label20.setText(QCoreApplication.translate("BundlePage", u"\u7b2c\u4e00\u6b21\u62a5\u9001\uff0c\u5148\u5199\u660e\u672c\u5355\u4f4d", None))
        self.label20.setProperty(u"look", QCoreApplication.translate("BundlePage", u"h2", None))
        self.label22.setText(QCoreApplication.translate("BundlePage", u"\u5355\u4f4d\u540d\u79f0", None))
        self.label22.setProperty(u"look", QCoreApplication.translate("BundlePage", u"label", None))
#if QT_CONFIG(accessibility)
        self.unitName.setAccessibleName(QCoreApplication.translate("BundlePage", u"\u5355\u4f4d\u540d\u79f0", None))
#endif // QT_CONFIG(accessibility)
        self.label23.setText(QCoreApplication.translate("BundlePage", u"\u7edf\u4e00\u793e\u4f1a\u4fe1\u7528\u4ee3\u7801", None))
        self.label23.setProperty(u"look", QCoreApplication.translate("BundlePage", u"label", None))
#if QT_CONFIG(accessibility)
        self.unitCode.setAccessibleName(QCoreApplication.translate("BundlePage", u"\u7edf\u4e00\u793e\u4f1a\u4fe1\u7528\u4ee3\u7801", None))
#endif // QT_CONFIG(accessibility)
        self.unitCode.setPlaceholderText(QCoreApplication.translate("BundlePage", u"\u6ca1\u6709\u53ef\u4ee5\u7a7a\u7740", None))
        self.label24.setText(QCoreApplication.translate("BundlePage", u"\u5355\u4f4d\u7c7b\u578b", None))
        self.label24.setProperty(u"look", QCoreApplication.translate("BundlePage", u"label", None))
#if QT_CONFIG(accessibility)
        self.unitType.setAccessibleName(QCoreApplication.translate("BundlePage", u"\u5355\u4f4d\u7c7b\u578b", None))
#endif // QT_CONFIG(accessibility)
        self.periodFault.setText("")
        self.periodFault.setProperty(u"look", QCoreApplication.translate("BundlePage", u"amber", None))
#if QT_CONFIG(accessibility)
        self.files.setAccessibleName(QCoreApplication.translate("BundlePage", u"\u62a5\u8868", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.pagesScroll.setAccessibleName(QCoreApplication.translate("BundlePage", u"\u62a5\u8868\u7684\u9875\u9762", None))
#endif // QT_CONFIG(accessibility)
        self.targetCard.setProperty(u"look", QCoreApplication.translate("BundlePage", u"card", None))
        self.label30.setText(QCoreApplication.translate("BundlePage", u"\u5199\u5230\u54ea\u91cc", None))
        self.label30.setProperty(u"look", QCoreApplication.translate("BundlePage", u"h2", None))
        self.chooseFolder.setText(QCoreApplication.translate("BundlePage", u"\u6362\u4e00\u4e2a\u6587\u4ef6\u5939", None))
        self.rescan.setText(QCoreApplication.translate("BundlePage", u"\u91cd\u65b0\u627e U \u76d8", None))
        self.rescan.setProperty(u"look", QCoreApplication.translate("BundlePage", u"flat", None))
        self.target.setText("")
        self.target.setProperty(u"look", QCoreApplication.translate("BundlePage", u"sub", None))
        self.outcomeCard.setProperty(u"look", QCoreApplication.translate("BundlePage", u"card", None))
        self.outcomeTitle.setText("")
        self.outcomeTitle.setProperty(u"look", QCoreApplication.translate("BundlePage", u"h2", None))
        self.outcomeNote.setText("")
        self.openFolder.setText(QCoreApplication.translate("BundlePage", u"\u6253\u5f00\u6240\u5728\u6587\u4ef6\u5939", None))
        self.outcomePrint.setText(QCoreApplication.translate("BundlePage", u"\u6253\u5370\u767b\u8bb0\u8868", None))
        self.back.setText(QCoreApplication.translate("BundlePage", u"\u4e0a\u4e00\u6b65", None))
        self.note.setText("")
        self.note.setProperty(u"look", QCoreApplication.translate("BundlePage", u"sub", None))
        self.next.setText(QCoreApplication.translate("BundlePage", u"\u4e0b\u4e00\u6b65", None))
        self.next.setProperty(u"look", QCoreApplication.translate("BundlePage", u"primary", None))
        pass
    # retranslateUi

