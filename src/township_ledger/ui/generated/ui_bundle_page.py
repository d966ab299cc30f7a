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
        self.layout6.setSpacing(12)
        self.layout6.setObjectName(u"layout6")
        self.layout6.setContentsMargins(0, 0, 0, 0)
        self.periodCard = QFrame(self.periodPage)
        self.periodCard.setObjectName(u"periodCard")
        self.layout7 = QFormLayout(self.periodCard)
        self.layout7.setObjectName(u"layout7")
        self.layout7.setHorizontalSpacing(12)
        self.layout7.setVerticalSpacing(10)
        self.layout7.setContentsMargins(16, 14, 16, 14)
        self.label8 = QLabel(self.periodCard)
        self.label8.setObjectName(u"label8")

        self.layout7.setWidget(0, QFormLayout.LabelRole, self.label8)

        self.layout9 = QHBoxLayout()
        self.layout9.setSpacing(8)
        self.layout9.setObjectName(u"layout9")
        self.layout9.setContentsMargins(0, 0, 0, 0)
        self.period = QComboBox(self.periodCard)
        self.period.setObjectName(u"period")
        self.period.setMinimumSize(QSize(160, 0))

        self.layout9.addWidget(self.period)

        self.periodWords = QLabel(self.periodCard)
        self.periodWords.setObjectName(u"periodWords")

        self.layout9.addWidget(self.periodWords)

        self.spacer10 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout9.addItem(self.spacer10)


        self.layout7.setLayout(0, QFormLayout.FieldRole, self.layout9)

        self.label11 = QLabel(self.periodCard)
        self.label11.setObjectName(u"label11")

        self.layout7.setWidget(1, QFormLayout.LabelRole, self.label11)

        self.layout12 = QHBoxLayout()
        self.layout12.setSpacing(8)
        self.layout12.setObjectName(u"layout12")
        self.layout12.setContentsMargins(0, 0, 0, 0)
        self.asOf = QLineEdit(self.periodCard)
        self.asOf.setObjectName(u"asOf")
        self.asOf.setMaximumSize(QSize(160, 16777215))

        self.layout12.addWidget(self.asOf)

        self.label13 = QLabel(self.periodCard)
        self.label13.setObjectName(u"label13")

        self.layout12.addWidget(self.label13)

        self.spacer14 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout12.addItem(self.spacer14)


        self.layout7.setLayout(1, QFormLayout.FieldRole, self.layout12)

        self.label15 = QLabel(self.periodCard)
        self.label15.setObjectName(u"label15")

        self.layout7.setWidget(2, QFormLayout.LabelRole, self.label15)

        self.contents = QLabel(self.periodCard)
        self.contents.setObjectName(u"contents")
        self.contents.setWordWrap(True)

        self.layout7.setWidget(2, QFormLayout.FieldRole, self.contents)

        self.label16 = QLabel(self.periodCard)
        self.label16.setObjectName(u"label16")

        self.layout7.setWidget(3, QFormLayout.LabelRole, self.label16)

        self.label17 = QLabel(self.periodCard)
        self.label17.setObjectName(u"label17")
        self.label17.setWordWrap(True)

        self.layout7.setWidget(3, QFormLayout.FieldRole, self.label17)


        self.layout6.addWidget(self.periodCard)

        self.unitCard = QFrame(self.periodPage)
        self.unitCard.setObjectName(u"unitCard")
        self.layout18 = QVBoxLayout(self.unitCard)
        self.layout18.setSpacing(10)
        self.layout18.setObjectName(u"layout18")
        self.layout18.setContentsMargins(16, 12, 16, 14)
        self.label19 = QLabel(self.unitCard)
        self.label19.setObjectName(u"label19")

        self.layout18.addWidget(self.label19)

        self.layout20 = QFormLayout()
        self.layout20.setObjectName(u"layout20")
        self.layout20.setHorizontalSpacing(12)
        self.layout20.setVerticalSpacing(10)
        self.layout20.setContentsMargins(0, 0, 0, 0)
        self.label21 = QLabel(self.unitCard)
        self.label21.setObjectName(u"label21")

        self.layout20.setWidget(0, QFormLayout.LabelRole, self.label21)

        self.unitName = QLineEdit(self.unitCard)
        self.unitName.setObjectName(u"unitName")

        self.layout20.setWidget(0, QFormLayout.FieldRole, self.unitName)

        self.label22 = QLabel(self.unitCard)
        self.label22.setObjectName(u"label22")

        self.layout20.setWidget(1, QFormLayout.LabelRole, self.label22)

        self.unitCode = QLineEdit(self.unitCard)
        self.unitCode.setObjectName(u"unitCode")

        self.layout20.setWidget(1, QFormLayout.FieldRole, self.unitCode)

        self.label23 = QLabel(self.unitCard)
        self.label23.setObjectName(u"label23")

        self.layout20.setWidget(2, QFormLayout.LabelRole, self.label23)

        self.unitType = QComboBox(self.unitCard)
        self.unitType.setObjectName(u"unitType")

        self.layout20.setWidget(2, QFormLayout.FieldRole, self.unitType)


        self.layout18.addLayout(self.layout20)


        self.layout6.addWidget(self.unitCard)

        self.periodFault = QLabel(self.periodPage)
        self.periodFault.setObjectName(u"periodFault")
        self.periodFault.setWordWrap(True)

        self.layout6.addWidget(self.periodFault)

        self.spacer24 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout6.addItem(self.spacer24)

        self.stack.addWidget(self.periodPage)
        self.checkPage = QWidget()
        self.checkPage.setObjectName(u"checkPage")
        self.layout25 = QVBoxLayout(self.checkPage)
        self.layout25.setSpacing(8)
        self.layout25.setObjectName(u"layout25")
        self.layout25.setContentsMargins(0, 0, 0, 0)
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

        self.layout25.addWidget(self.checkScroll)

        self.stack.addWidget(self.checkPage)
        self.previewPage = QWidget()
        self.previewPage.setObjectName(u"previewPage")
        self.layout26 = QHBoxLayout(self.previewPage)
        self.layout26.setSpacing(12)
        self.layout26.setObjectName(u"layout26")
        self.layout26.setContentsMargins(0, 0, 0, 0)
        self.files = QListWidget(self.previewPage)
        self.files.setObjectName(u"files")
        self.files.setMaximumSize(QSize(230, 16777215))

        self.layout26.addWidget(self.files)

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

        self.layout26.addWidget(self.pagesScroll)

        self.layout26.setStretch(1, 1)
        self.stack.addWidget(self.previewPage)
        self.writePage = QWidget()
        self.writePage.setObjectName(u"writePage")
        self.layout27 = QVBoxLayout(self.writePage)
        self.layout27.setSpacing(12)
        self.layout27.setObjectName(u"layout27")
        self.layout27.setContentsMargins(0, 0, 0, 0)
        self.targetCard = QFrame(self.writePage)
        self.targetCard.setObjectName(u"targetCard")
        self.layout28 = QVBoxLayout(self.targetCard)
        self.layout28.setSpacing(8)
        self.layout28.setObjectName(u"layout28")
        self.layout28.setContentsMargins(16, 12, 16, 14)
        self.label29 = QLabel(self.targetCard)
        self.label29.setObjectName(u"label29")

        self.layout28.addWidget(self.label29)

        self.drives = QWidget(self.targetCard)
        self.drives.setObjectName(u"drives")
        self.driveList = QVBoxLayout(self.drives)
        self.driveList.setSpacing(6)
        self.driveList.setObjectName(u"driveList")
        self.driveList.setContentsMargins(0, 0, 0, 0)

        self.layout28.addWidget(self.drives)

        self.layout30 = QHBoxLayout()
        self.layout30.setSpacing(8)
        self.layout30.setObjectName(u"layout30")
        self.layout30.setContentsMargins(0, 0, 0, 0)
        self.chooseFolder = QPushButton(self.targetCard)
        self.chooseFolder.setObjectName(u"chooseFolder")

        self.layout30.addWidget(self.chooseFolder)

        self.rescan = QPushButton(self.targetCard)
        self.rescan.setObjectName(u"rescan")

        self.layout30.addWidget(self.rescan)

        self.spacer31 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout30.addItem(self.spacer31)


        self.layout28.addLayout(self.layout30)

        self.target = ElidedLabel(self.targetCard)
        self.target.setObjectName(u"target")

        self.layout28.addWidget(self.target)


        self.layout27.addWidget(self.targetCard)

        self.outcomeCard = QFrame(self.writePage)
        self.outcomeCard.setObjectName(u"outcomeCard")
        self.layout32 = QVBoxLayout(self.outcomeCard)
        self.layout32.setSpacing(8)
        self.layout32.setObjectName(u"layout32")
        self.layout32.setContentsMargins(16, 12, 16, 14)
        self.outcomeTitle = QLabel(self.outcomeCard)
        self.outcomeTitle.setObjectName(u"outcomeTitle")
        self.outcomeTitle.setWordWrap(True)

        self.layout32.addWidget(self.outcomeTitle)

        self.outcomeNote = QLabel(self.outcomeCard)
        self.outcomeNote.setObjectName(u"outcomeNote")
        self.outcomeNote.setWordWrap(True)
        self.outcomeNote.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.layout32.addWidget(self.outcomeNote)

        self.layout33 = QHBoxLayout()
        self.layout33.setSpacing(8)
        self.layout33.setObjectName(u"layout33")
        self.layout33.setContentsMargins(0, 0, 0, 0)
        self.openFolder = QPushButton(self.outcomeCard)
        self.openFolder.setObjectName(u"openFolder")

        self.layout33.addWidget(self.openFolder)

        self.outcomePrint = QPushButton(self.outcomeCard)
        self.outcomePrint.setObjectName(u"outcomePrint")

        self.layout33.addWidget(self.outcomePrint)

        self.spacer34 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout33.addItem(self.spacer34)


        self.layout32.addLayout(self.layout33)


        self.layout27.addWidget(self.outcomeCard)

        self.spacer35 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout27.addItem(self.spacer35)

        self.stack.addWidget(self.writePage)

        self.layout1.addWidget(self.stack)

        self.acts = QWidget(BundlePage)
        self.acts.setObjectName(u"acts")
        self.layout36 = QHBoxLayout(self.acts)
        self.layout36.setSpacing(8)
        self.layout36.setObjectName(u"layout36")
        self.layout36.setContentsMargins(0, 0, 0, 0)
        self.back = QPushButton(self.acts)
        self.back.setObjectName(u"back")

        self.layout36.addWidget(self.back)

        self.note = ElidedLabel(self.acts)
        self.note.setObjectName(u"note")

        self.layout36.addWidget(self.note)

        self.next = QPushButton(self.acts)
        self.next.setObjectName(u"next")

        self.layout36.addWidget(self.next)

        self.layout36.setStretch(1, 1)

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
        self.label8.setText(QCoreApplication.translate("BundlePage", u"\u671f\u95f4", None))
        self.label8.setProperty(u"look", QCoreApplication.translate("BundlePage", u"label", None))
#if QT_CONFIG(accessibility)
        self.period.setAccessibleName(QCoreApplication.translate("BundlePage", u"\u671f\u95f4", None))
#endif // QT_CONFIG(accessibility)
        self.periodWords.setText("")
        self.periodWords.setProperty(u"look", QCoreApplication.translate("BundlePage", u"sub", None))
        self.label11.setText(QCoreApplication.translate("BundlePage", u"\u622a\u81f3\u65e5\u671f", None))
        self.label11.setProperty(u"look", QCoreApplication.translate("BundlePage", u"label", None))
#if QT_CONFIG(accessibility)
        self.asOf.setAccessibleName(QCoreApplication.translate("BundlePage", u"\u622a\u81f3\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.label13.setText(QCoreApplication.translate("BundlePage", u"\u6570\u636e\u7b97\u5230\u8fd9\u4e00\u5929", None))
        self.label13.setProperty(u"look", QCoreApplication.translate("BundlePage", u"sub", None))
        self.label15.setText(QCoreApplication.translate("BundlePage", u"\u5185\u5bb9", None))
        self.label15.setProperty(u"look", QCoreApplication.translate("BundlePage", u"label", None))
        self.contents.setText(QCoreApplication.translate("BundlePage", u"\u6301\u8bc1\u4e0a\u5c97\u60c5\u51b5\u8868\u3001\u4eba\u5458\u5b66\u65f6\u53f0\u8d26\u3001\u8d4b\u6743\u4e8b\u9879\u6e05\u5355\uff08\u5404\u4e00\u4efd PDF \u548c\u8868\u683c\uff09\uff0c\u4ee5\u53ca\u5404\u53f0\u8d26\u7684\u6570\u636e", None))
        self.label16.setText("")
        self.label16.setProperty(u"look", QCoreApplication.translate("BundlePage", u"label", None))
        self.label17.setText(QCoreApplication.translate("BundlePage", u"\u4e0d\u542b\u8eab\u4efd\u8bc1\u53f7\u548c\u7535\u8bdd\uff1b\u8349\u7a3f\u548c\u81ea\u6709\u5217\u4e0d\u62a5\u3002", None))
        self.label17.setProperty(u"look", QCoreApplication.translate("BundlePage", u"sub", None))
        self.unitCard.setProperty(u"look", QCoreApplication.translate("BundlePage", u"card", None))
        self.label19.setText(QCoreApplication.translate("BundlePage", u"\u7b2c\u4e00\u6b21\u62a5\u9001\uff0c\u5148\u5199\u660e\u672c\u5355\u4f4d", None))
        self.label19.setProperty(u"look", QCoreApplication.translate("BundlePage", u"h2", None))
        self.label21.setText(QCoreApplication.translate("BundlePage", u"\u5355\u4f4d\u540d\u79f0", None))
        self.label21.setProperty(u"look", QCoreApplication.translate("BundlePage", u"label", None))
#if QT_CONFIG(accessibility)
        self.unitName.setAccessibleName(QCoreApplication.translate("BundlePage", u"\u5355\u4f4d\u540d\u79f0", None))
#endif // QT_CONFIG(accessibility)
        self.label22.setText(QCoreApplication.translate("BundlePage", u"\u7edf\u4e00\u793e\u4f1a\u4fe1\u7528\u4ee3\u7801", None))
        self.label22.setProperty(u"look", QCoreApplication.translate("BundlePage", u"label", None))
#if QT_CONFIG(accessibility)
        self.unitCode.setAccessibleName(QCoreApplication.translate("BundlePage", u"\u7edf\u4e00\u793e\u4f1a\u4fe1\u7528\u4ee3\u7801", None))
#endif // QT_CONFIG(accessibility)
        self.unitCode.setPlaceholderText(QCoreApplication.translate("BundlePage", u"\u6ca1\u6709\u53ef\u4ee5\u7a7a\u7740", None))
        self.label23.setText(QCoreApplication.translate("BundlePage", u"\u5355\u4f4d\u7c7b\u578b", None))
        self.label23.setProperty(u"look", QCoreApplication.translate("BundlePage", u"label", None))
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
        self.label29.setText(QCoreApplication.translate("BundlePage", u"\u5199\u5230\u54ea\u91cc", None))
        self.label29.setProperty(u"look", QCoreApplication.translate("BundlePage", u"h2", None))
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

