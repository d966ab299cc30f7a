# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'bundle_page.ui'
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
from PySide6.QtWidgets import (QAbstractItemView, QApplication, QComboBox, QFormLayout,
    QFrame, QHBoxLayout, QHeaderView, QLabel,
    QLineEdit, QListWidget, QListWidgetItem, QPushButton,
    QScrollArea, QSizePolicy, QSpacerItem, QStackedWidget,
    QTableView, QVBoxLayout, QWidget)

from township_ledger.ui.widgets.elided_label import ElidedLabel
from township_ledger.ui.widgets.steps_bar import StepsBar

class Ui_BundlePage(object):
    def setupUi(self, BundlePage):
        if not BundlePage.objectName():
            BundlePage.setObjectName(u"BundlePage")
        self.layout69 = QVBoxLayout(BundlePage)
        self.layout69.setSpacing(10)
        self.layout69.setObjectName(u"layout69")
        self.layout69.setContentsMargins(0, 0, 0, 0)
        self.steps = StepsBar(BundlePage)
        self.steps.setObjectName(u"steps")

        self.layout69.addWidget(self.steps)

        self.stack = QStackedWidget(BundlePage)
        self.stack.setObjectName(u"stack")
        self.homePage = QWidget()
        self.homePage.setObjectName(u"homePage")
        self.layout43 = QVBoxLayout(self.homePage)
        self.layout43.setSpacing(12)
        self.layout43.setObjectName(u"layout43")
        self.layout43.setContentsMargins(0, 0, 0, 0)
        self.registrationCard = QFrame(self.homePage)
        self.registrationCard.setObjectName(u"registrationCard")
        self.layout41 = QHBoxLayout(self.registrationCard)
        self.layout41.setSpacing(12)
        self.layout41.setObjectName(u"layout41")
        self.layout41.setContentsMargins(14, 10, 14, 10)
        self.registrationIcon = QLabel(self.registrationCard)
        self.registrationIcon.setObjectName(u"registrationIcon")

        self.layout41.addWidget(self.registrationIcon)

        self.layout40 = QVBoxLayout()
        self.layout40.setSpacing(0)
        self.layout40.setObjectName(u"layout40")
        self.layout40.setContentsMargins(0, 0, 0, 0)
        self.registrationTitle = ElidedLabel(self.registrationCard)
        self.registrationTitle.setObjectName(u"registrationTitle")

        self.layout40.addWidget(self.registrationTitle)

        self.registrationNote = ElidedLabel(self.registrationCard)
        self.registrationNote.setObjectName(u"registrationNote")

        self.layout40.addWidget(self.registrationNote)


        self.layout41.addLayout(self.layout40)

        self.registrationPrint = QPushButton(self.registrationCard)
        self.registrationPrint.setObjectName(u"registrationPrint")

        self.layout41.addWidget(self.registrationPrint)

        self.layout41.setStretch(1, 1)

        self.layout43.addWidget(self.registrationCard)

        self.sent = QTableView(self.homePage)
        self.sent.setObjectName(u"sent")
        self.sent.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.sent.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.sent.setCornerButtonEnabled(False)

        self.layout43.addWidget(self.sent)

        self.layout42 = QHBoxLayout()
        self.layout42.setSpacing(8)
        self.layout42.setObjectName(u"layout42")
        self.layout42.setContentsMargins(0, 0, 0, 0)
        self.sentNote = ElidedLabel(self.homePage)
        self.sentNote.setObjectName(u"sentNote")

        self.layout42.addWidget(self.sentNote)

        self.verify = QPushButton(self.homePage)
        self.verify.setObjectName(u"verify")

        self.layout42.addWidget(self.verify)

        self.copyAgain = QPushButton(self.homePage)
        self.copyAgain.setObjectName(u"copyAgain")

        self.layout42.addWidget(self.copyAgain)

        self.create = QPushButton(self.homePage)
        self.create.setObjectName(u"create")

        self.layout42.addWidget(self.create)

        self.layout42.setStretch(0, 1)

        self.layout43.addLayout(self.layout42)

        self.layout43.setStretch(1, 1)
        self.stack.addWidget(self.homePage)
        self.periodPage = QWidget()
        self.periodPage.setObjectName(u"periodPage")
        self.layout59 = QVBoxLayout(self.periodPage)
        self.layout59.setSpacing(12)
        self.layout59.setObjectName(u"layout59")
        self.layout59.setContentsMargins(0, 0, 0, 0)
        self.periodCard = QFrame(self.periodPage)
        self.periodCard.setObjectName(u"periodCard")
        self.layout52 = QFormLayout(self.periodCard)
        self.layout52.setObjectName(u"layout52")
        self.layout52.setHorizontalSpacing(12)
        self.layout52.setVerticalSpacing(10)
        self.layout52.setContentsMargins(16, 14, 16, 14)
        self.label44 = QLabel(self.periodCard)
        self.label44.setObjectName(u"label44")

        self.layout52.setWidget(0, QFormLayout.LabelRole, self.label44)

        self.layout45 = QHBoxLayout()
        self.layout45.setSpacing(8)
        self.layout45.setObjectName(u"layout45")
        self.layout45.setContentsMargins(0, 0, 0, 0)
        self.period = QComboBox(self.periodCard)
        self.period.setObjectName(u"period")
        self.period.setMinimumSize(QSize(160, 0))

        self.layout45.addWidget(self.period)

        self.periodWords = QLabel(self.periodCard)
        self.periodWords.setObjectName(u"periodWords")

        self.layout45.addWidget(self.periodWords)

        self.spacer70 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout45.addItem(self.spacer70)


        self.layout52.setLayout(0, QFormLayout.FieldRole, self.layout45)

        self.label46 = QLabel(self.periodCard)
        self.label46.setObjectName(u"label46")

        self.layout52.setWidget(1, QFormLayout.LabelRole, self.label46)

        self.layout48 = QHBoxLayout()
        self.layout48.setSpacing(8)
        self.layout48.setObjectName(u"layout48")
        self.layout48.setContentsMargins(0, 0, 0, 0)
        self.asOf = QLineEdit(self.periodCard)
        self.asOf.setObjectName(u"asOf")
        self.asOf.setMaximumSize(QSize(160, 16777215))

        self.layout48.addWidget(self.asOf)

        self.label47 = QLabel(self.periodCard)
        self.label47.setObjectName(u"label47")

        self.layout48.addWidget(self.label47)

        self.spacer71 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout48.addItem(self.spacer71)


        self.layout52.setLayout(1, QFormLayout.FieldRole, self.layout48)

        self.label49 = QLabel(self.periodCard)
        self.label49.setObjectName(u"label49")

        self.layout52.setWidget(2, QFormLayout.LabelRole, self.label49)

        self.contents = QLabel(self.periodCard)
        self.contents.setObjectName(u"contents")
        self.contents.setWordWrap(True)

        self.layout52.setWidget(2, QFormLayout.FieldRole, self.contents)

        self.label50 = QLabel(self.periodCard)
        self.label50.setObjectName(u"label50")

        self.layout52.setWidget(3, QFormLayout.LabelRole, self.label50)

        self.label51 = QLabel(self.periodCard)
        self.label51.setObjectName(u"label51")
        self.label51.setWordWrap(True)

        self.layout52.setWidget(3, QFormLayout.FieldRole, self.label51)


        self.layout59.addWidget(self.periodCard)

        self.unitCard = QFrame(self.periodPage)
        self.unitCard.setObjectName(u"unitCard")
        self.layout58 = QVBoxLayout(self.unitCard)
        self.layout58.setSpacing(10)
        self.layout58.setObjectName(u"layout58")
        self.layout58.setContentsMargins(16, 12, 16, 14)
        self.label53 = QLabel(self.unitCard)
        self.label53.setObjectName(u"label53")

        self.layout58.addWidget(self.label53)

        self.layout57 = QFormLayout()
        self.layout57.setObjectName(u"layout57")
        self.layout57.setHorizontalSpacing(12)
        self.layout57.setVerticalSpacing(10)
        self.layout57.setContentsMargins(0, 0, 0, 0)
        self.label54 = QLabel(self.unitCard)
        self.label54.setObjectName(u"label54")

        self.layout57.setWidget(0, QFormLayout.LabelRole, self.label54)

        self.unitName = QLineEdit(self.unitCard)
        self.unitName.setObjectName(u"unitName")

        self.layout57.setWidget(0, QFormLayout.FieldRole, self.unitName)

        self.label55 = QLabel(self.unitCard)
        self.label55.setObjectName(u"label55")

        self.layout57.setWidget(1, QFormLayout.LabelRole, self.label55)

        self.unitCode = QLineEdit(self.unitCard)
        self.unitCode.setObjectName(u"unitCode")

        self.layout57.setWidget(1, QFormLayout.FieldRole, self.unitCode)

        self.label56 = QLabel(self.unitCard)
        self.label56.setObjectName(u"label56")

        self.layout57.setWidget(2, QFormLayout.LabelRole, self.label56)

        self.unitType = QComboBox(self.unitCard)
        self.unitType.setObjectName(u"unitType")

        self.layout57.setWidget(2, QFormLayout.FieldRole, self.unitType)


        self.layout58.addLayout(self.layout57)


        self.layout59.addWidget(self.unitCard)

        self.periodFault = QLabel(self.periodPage)
        self.periodFault.setObjectName(u"periodFault")
        self.periodFault.setWordWrap(True)

        self.layout59.addWidget(self.periodFault)

        self.spacer72 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout59.addItem(self.spacer72)

        self.stack.addWidget(self.periodPage)
        self.checkPage = QWidget()
        self.checkPage.setObjectName(u"checkPage")
        self.layout60 = QVBoxLayout(self.checkPage)
        self.layout60.setSpacing(8)
        self.layout60.setObjectName(u"layout60")
        self.layout60.setContentsMargins(0, 0, 0, 0)
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

        self.layout60.addWidget(self.checkScroll)

        self.stack.addWidget(self.checkPage)
        self.previewPage = QWidget()
        self.previewPage.setObjectName(u"previewPage")
        self.layout61 = QHBoxLayout(self.previewPage)
        self.layout61.setSpacing(12)
        self.layout61.setObjectName(u"layout61")
        self.layout61.setContentsMargins(0, 0, 0, 0)
        self.files = QListWidget(self.previewPage)
        self.files.setObjectName(u"files")
        self.files.setMaximumSize(QSize(230, 16777215))

        self.layout61.addWidget(self.files)

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

        self.layout61.addWidget(self.pagesScroll)

        self.layout61.setStretch(1, 1)
        self.stack.addWidget(self.previewPage)
        self.writePage = QWidget()
        self.writePage.setObjectName(u"writePage")
        self.layout67 = QVBoxLayout(self.writePage)
        self.layout67.setSpacing(12)
        self.layout67.setObjectName(u"layout67")
        self.layout67.setContentsMargins(0, 0, 0, 0)
        self.targetCard = QFrame(self.writePage)
        self.targetCard.setObjectName(u"targetCard")
        self.layout64 = QVBoxLayout(self.targetCard)
        self.layout64.setSpacing(8)
        self.layout64.setObjectName(u"layout64")
        self.layout64.setContentsMargins(16, 12, 16, 14)
        self.label62 = QLabel(self.targetCard)
        self.label62.setObjectName(u"label62")

        self.layout64.addWidget(self.label62)

        self.drives = QWidget(self.targetCard)
        self.drives.setObjectName(u"drives")
        self.driveList = QVBoxLayout(self.drives)
        self.driveList.setSpacing(6)
        self.driveList.setObjectName(u"driveList")
        self.driveList.setContentsMargins(0, 0, 0, 0)

        self.layout64.addWidget(self.drives)

        self.layout63 = QHBoxLayout()
        self.layout63.setSpacing(8)
        self.layout63.setObjectName(u"layout63")
        self.layout63.setContentsMargins(0, 0, 0, 0)
        self.chooseFolder = QPushButton(self.targetCard)
        self.chooseFolder.setObjectName(u"chooseFolder")

        self.layout63.addWidget(self.chooseFolder)

        self.rescan = QPushButton(self.targetCard)
        self.rescan.setObjectName(u"rescan")

        self.layout63.addWidget(self.rescan)

        self.spacer73 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout63.addItem(self.spacer73)


        self.layout64.addLayout(self.layout63)

        self.target = ElidedLabel(self.targetCard)
        self.target.setObjectName(u"target")

        self.layout64.addWidget(self.target)


        self.layout67.addWidget(self.targetCard)

        self.outcomeCard = QFrame(self.writePage)
        self.outcomeCard.setObjectName(u"outcomeCard")
        self.layout66 = QVBoxLayout(self.outcomeCard)
        self.layout66.setSpacing(8)
        self.layout66.setObjectName(u"layout66")
        self.layout66.setContentsMargins(16, 12, 16, 14)
        self.outcomeTitle = QLabel(self.outcomeCard)
        self.outcomeTitle.setObjectName(u"outcomeTitle")
        self.outcomeTitle.setWordWrap(True)

        self.layout66.addWidget(self.outcomeTitle)

        self.outcomeNote = QLabel(self.outcomeCard)
        self.outcomeNote.setObjectName(u"outcomeNote")
        self.outcomeNote.setWordWrap(True)
        self.outcomeNote.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.layout66.addWidget(self.outcomeNote)

        self.layout65 = QHBoxLayout()
        self.layout65.setSpacing(8)
        self.layout65.setObjectName(u"layout65")
        self.layout65.setContentsMargins(0, 0, 0, 0)
        self.openFolder = QPushButton(self.outcomeCard)
        self.openFolder.setObjectName(u"openFolder")

        self.layout65.addWidget(self.openFolder)

        self.outcomePrint = QPushButton(self.outcomeCard)
        self.outcomePrint.setObjectName(u"outcomePrint")

        self.layout65.addWidget(self.outcomePrint)

        self.spacer74 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout65.addItem(self.spacer74)


        self.layout66.addLayout(self.layout65)


        self.layout67.addWidget(self.outcomeCard)

        self.spacer75 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout67.addItem(self.spacer75)

        self.stack.addWidget(self.writePage)

        self.layout69.addWidget(self.stack)

        self.acts = QWidget(BundlePage)
        self.acts.setObjectName(u"acts")
        self.layout68 = QHBoxLayout(self.acts)
        self.layout68.setSpacing(8)
        self.layout68.setObjectName(u"layout68")
        self.layout68.setContentsMargins(0, 0, 0, 0)
        self.back = QPushButton(self.acts)
        self.back.setObjectName(u"back")

        self.layout68.addWidget(self.back)

        self.note = ElidedLabel(self.acts)
        self.note.setObjectName(u"note")

        self.layout68.addWidget(self.note)

        self.next = QPushButton(self.acts)
        self.next.setObjectName(u"next")

        self.layout68.addWidget(self.next)

        self.layout68.setStretch(1, 1)

        self.layout69.addWidget(self.acts)

        self.layout69.setStretch(1, 1)

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
        self.label44.setText(QCoreApplication.translate("BundlePage", u"\u671f\u95f4", None))
        self.label44.setProperty(u"look", QCoreApplication.translate("BundlePage", u"label", None))
#if QT_CONFIG(accessibility)
        self.period.setAccessibleName(QCoreApplication.translate("BundlePage", u"\u671f\u95f4", None))
#endif // QT_CONFIG(accessibility)
        self.periodWords.setText("")
        self.periodWords.setProperty(u"look", QCoreApplication.translate("BundlePage", u"sub", None))
        self.label46.setText(QCoreApplication.translate("BundlePage", u"\u622a\u81f3\u65e5\u671f", None))
        self.label46.setProperty(u"look", QCoreApplication.translate("BundlePage", u"label", None))
#if QT_CONFIG(accessibility)
        self.asOf.setAccessibleName(QCoreApplication.translate("BundlePage", u"\u622a\u81f3\u65e5\u671f", None))
#endif // QT_CONFIG(accessibility)
        self.label47.setText(QCoreApplication.translate("BundlePage", u"\u6570\u636e\u7b97\u5230\u8fd9\u4e00\u5929", None))
        self.label47.setProperty(u"look", QCoreApplication.translate("BundlePage", u"sub", None))
        self.label49.setText(QCoreApplication.translate("BundlePage", u"\u5185\u5bb9", None))
        self.label49.setProperty(u"look", QCoreApplication.translate("BundlePage", u"label", None))
        self.contents.setText(QCoreApplication.translate("BundlePage", u"\u6301\u8bc1\u4e0a\u5c97\u60c5\u51b5\u8868\u3001\u4eba\u5458\u5b66\u65f6\u53f0\u8d26\u3001\u8d4b\u6743\u4e8b\u9879\u6e05\u5355\uff08\u5404\u4e00\u4efd PDF \u548c\u8868\u683c\uff09\uff0c\u4ee5\u53ca\u5404\u53f0\u8d26\u7684\u6570\u636e", None))
        self.label50.setText("")
        self.label50.setProperty(u"look", QCoreApplication.translate("BundlePage", u"label", None))
        self.label51.setText(QCoreApplication.translate("BundlePage", u"\u4e0d\u542b\u8eab\u4efd\u8bc1\u53f7\u548c\u7535\u8bdd\uff1b\u8349\u7a3f\u548c\u81ea\u6709\u5217\u4e0d\u62a5\u3002", None))
        self.label51.setProperty(u"look", QCoreApplication.translate("BundlePage", u"sub", None))
        self.unitCard.setProperty(u"look", QCoreApplication.translate("BundlePage", u"card", None))
        self.label53.setText(QCoreApplication.translate("BundlePage", u"\u7b2c\u4e00\u6b21\u62a5\u9001\uff0c\u5148\u5199\u660e\u672c\u5355\u4f4d", None))
        self.label53.setProperty(u"look", QCoreApplication.translate("BundlePage", u"h2", None))
        self.label54.setText(QCoreApplication.translate("BundlePage", u"\u5355\u4f4d\u540d\u79f0", None))
        self.label54.setProperty(u"look", QCoreApplication.translate("BundlePage", u"label", None))
#if QT_CONFIG(accessibility)
        self.unitName.setAccessibleName(QCoreApplication.translate("BundlePage", u"\u5355\u4f4d\u540d\u79f0", None))
#endif // QT_CONFIG(accessibility)
        self.label55.setText(QCoreApplication.translate("BundlePage", u"\u7edf\u4e00\u793e\u4f1a\u4fe1\u7528\u4ee3\u7801", None))
        self.label55.setProperty(u"look", QCoreApplication.translate("BundlePage", u"label", None))
#if QT_CONFIG(accessibility)
        self.unitCode.setAccessibleName(QCoreApplication.translate("BundlePage", u"\u7edf\u4e00\u793e\u4f1a\u4fe1\u7528\u4ee3\u7801", None))
#endif // QT_CONFIG(accessibility)
        self.unitCode.setPlaceholderText(QCoreApplication.translate("BundlePage", u"\u6ca1\u6709\u53ef\u4ee5\u7a7a\u7740", None))
        self.label56.setText(QCoreApplication.translate("BundlePage", u"\u5355\u4f4d\u7c7b\u578b", None))
        self.label56.setProperty(u"look", QCoreApplication.translate("BundlePage", u"label", None))
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
        self.label62.setText(QCoreApplication.translate("BundlePage", u"\u5199\u5230\u54ea\u91cc", None))
        self.label62.setProperty(u"look", QCoreApplication.translate("BundlePage", u"h2", None))
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

