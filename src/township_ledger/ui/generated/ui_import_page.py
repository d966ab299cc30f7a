# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'import_page.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QAbstractItemView, QCheckBox, QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSpacerItem, QStackedWidget, QTableView, QVBoxLayout, QWidget)

from township_ledger.ui.widgets.chip_bar import ChipBar
from township_ledger.ui.widgets.drop_zone import DropZone
from township_ledger.ui.widgets.elided_label import ElidedLabel

class Ui_ImportPage(object):
    def setupUi(self, ImportPage):
        if not ImportPage.objectName():
            ImportPage.setObjectName(u"ImportPage")
        self.layout1 = QVBoxLayout(ImportPage)
        self.layout1.setSpacing(10)
        self.layout1.setObjectName(u"layout1")
        self.layout1.setContentsMargins(0, 0, 0, 0)
        self.chips = ChipBar(ImportPage)
        self.chips.setObjectName(u"chips")

        self.layout1.addWidget(self.chips)

        self.stack = QStackedWidget(ImportPage)
        self.stack.setObjectName(u"stack")
        self.choosePage = QWidget()
        self.choosePage.setObjectName(u"choosePage")
        self.layout2 = QVBoxLayout(self.choosePage)
        self.layout2.setSpacing(0)
        self.layout2.setObjectName(u"layout2")
        self.layout2.setContentsMargins(0, 0, 0, 0)
        self.drop = DropZone(self.choosePage)
        self.drop.setObjectName(u"drop")
        self.layout3 = QVBoxLayout(self.drop)
        self.layout3.setSpacing(12)
        self.layout3.setObjectName(u"layout3")
        self.layout3.setContentsMargins(24, 24, 24, 24)
        self.spacer4 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout3.addItem(self.spacer4)

        self.dropIcon = QLabel(self.drop)
        self.dropIcon.setObjectName(u"dropIcon")

        self.layout3.addWidget(self.dropIcon, 0, Qt.AlignmentFlag.AlignHCenter)

        self.dropTitle = QLabel(self.drop)
        self.dropTitle.setObjectName(u"dropTitle")

        self.layout3.addWidget(self.dropTitle, 0, Qt.AlignmentFlag.AlignHCenter)

        self.label5 = QLabel(self.drop)
        self.label5.setObjectName(u"label5")

        self.layout3.addWidget(self.label5, 0, Qt.AlignmentFlag.AlignHCenter)

        self.layout6 = QHBoxLayout()
        self.layout6.setSpacing(8)
        self.layout6.setObjectName(u"layout6")
        self.layout6.setContentsMargins(0, 0, 0, 0)
        self.spacer7 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout6.addItem(self.spacer7)

        self.label8 = QLabel(self.drop)
        self.label8.setObjectName(u"label8")

        self.layout6.addWidget(self.label8)

        self.ledger = QComboBox(self.drop)
        self.ledger.setObjectName(u"ledger")
        self.ledger.setMinimumSize(QSize(150, 0))

        self.layout6.addWidget(self.ledger)

        self.choose = QPushButton(self.drop)
        self.choose.setObjectName(u"choose")

        self.layout6.addWidget(self.choose)

        self.spacer9 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout6.addItem(self.spacer9)


        self.layout3.addLayout(self.layout6)

        self.fault = QLabel(self.drop)
        self.fault.setObjectName(u"fault")
        self.fault.setWordWrap(True)
        self.fault.setMinimumSize(QSize(520, 0))
        self.fault.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.layout3.addWidget(self.fault, 0, Qt.AlignmentFlag.AlignHCenter)

        self.spacer10 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout3.addItem(self.spacer10)


        self.layout2.addWidget(self.drop)

        self.stack.addWidget(self.choosePage)
        self.readingPage = QWidget()
        self.readingPage.setObjectName(u"readingPage")
        self.layout11 = QVBoxLayout(self.readingPage)
        self.layout11.setSpacing(8)
        self.layout11.setObjectName(u"layout11")
        self.layout11.setContentsMargins(0, 0, 0, 0)
        self.spacer12 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout11.addItem(self.spacer12)

        self.readingTitle = QLabel(self.readingPage)
        self.readingTitle.setObjectName(u"readingTitle")

        self.layout11.addWidget(self.readingTitle, 0, Qt.AlignmentFlag.AlignHCenter)

        self.readingNote = QLabel(self.readingPage)
        self.readingNote.setObjectName(u"readingNote")

        self.layout11.addWidget(self.readingNote, 0, Qt.AlignmentFlag.AlignHCenter)

        self.spacer13 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout11.addItem(self.spacer13)

        self.stack.addWidget(self.readingPage)
        self.gridPage = QWidget()
        self.gridPage.setObjectName(u"gridPage")
        self.layout14 = QVBoxLayout(self.gridPage)
        self.layout14.setSpacing(10)
        self.layout14.setObjectName(u"layout14")
        self.layout14.setContentsMargins(0, 0, 0, 0)
        self.strip = QFrame(self.gridPage)
        self.strip.setObjectName(u"strip")
        self.layout15 = QHBoxLayout(self.strip)
        self.layout15.setSpacing(8)
        self.layout15.setObjectName(u"layout15")
        self.layout15.setContentsMargins(12, 4, 8, 4)
        self.stripIcon = QLabel(self.strip)
        self.stripIcon.setObjectName(u"stripIcon")

        self.layout15.addWidget(self.stripIcon)

        self.info = ElidedLabel(self.strip)
        self.info.setObjectName(u"info")

        self.layout15.addWidget(self.info)

        self.sheet = QComboBox(self.strip)
        self.sheet.setObjectName(u"sheet")

        self.layout15.addWidget(self.sheet)

        self.skipHidden = QCheckBox(self.strip)
        self.skipHidden.setObjectName(u"skipHidden")

        self.layout15.addWidget(self.skipHidden)

        self.mapping = QPushButton(self.strip)
        self.mapping.setObjectName(u"mapping")

        self.layout15.addWidget(self.mapping)

        self.layout15.setStretch(1, 1)

        self.layout14.addWidget(self.strip)

        self.rows = QTableView(self.gridPage)
        self.rows.setObjectName(u"rows")
        self.rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.rows.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.rows.setCornerButtonEnabled(False)

        self.layout14.addWidget(self.rows)

        self.askStrip = QFrame(self.gridPage)
        self.askStrip.setObjectName(u"askStrip")
        self.layout16 = QHBoxLayout(self.askStrip)
        self.layout16.setSpacing(8)
        self.layout16.setObjectName(u"layout16")
        self.layout16.setContentsMargins(12, 4, 8, 4)
        self.askIcon = QLabel(self.askStrip)
        self.askIcon.setObjectName(u"askIcon")

        self.layout16.addWidget(self.askIcon)

        self.ask = ElidedLabel(self.askStrip)
        self.ask.setObjectName(u"ask")

        self.layout16.addWidget(self.ask)

        self.takeKnown = QPushButton(self.askStrip)
        self.takeKnown.setObjectName(u"takeKnown")

        self.layout16.addWidget(self.takeKnown)

        self.takeNew = QPushButton(self.askStrip)
        self.takeNew.setObjectName(u"takeNew")

        self.layout16.addWidget(self.takeNew)

        self.changeCell = QPushButton(self.askStrip)
        self.changeCell.setObjectName(u"changeCell")

        self.layout16.addWidget(self.changeCell)

        self.hoursPerDay = QPushButton(self.askStrip)
        self.hoursPerDay.setObjectName(u"hoursPerDay")

        self.layout16.addWidget(self.hoursPerDay)

        self.skipRow = QPushButton(self.askStrip)
        self.skipRow.setObjectName(u"skipRow")

        self.layout16.addWidget(self.skipRow)

        self.layout16.setStretch(1, 1)

        self.layout14.addWidget(self.askStrip)

        self.layout14.setStretch(1, 1)
        self.stack.addWidget(self.gridPage)
        self.donePage = QWidget()
        self.donePage.setObjectName(u"donePage")
        self.layout17 = QVBoxLayout(self.donePage)
        self.layout17.setSpacing(8)
        self.layout17.setObjectName(u"layout17")
        self.layout17.setContentsMargins(0, 0, 0, 0)
        self.spacer18 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout17.addItem(self.spacer18)

        self.doneTitle = QLabel(self.donePage)
        self.doneTitle.setObjectName(u"doneTitle")

        self.layout17.addWidget(self.doneTitle, 0, Qt.AlignmentFlag.AlignHCenter)

        self.doneNote = QLabel(self.donePage)
        self.doneNote.setObjectName(u"doneNote")
        self.doneNote.setWordWrap(True)
        self.doneNote.setMinimumSize(QSize(520, 0))
        self.doneNote.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.layout17.addWidget(self.doneNote, 0, Qt.AlignmentFlag.AlignHCenter)

        self.layout19 = QHBoxLayout()
        self.layout19.setSpacing(8)
        self.layout19.setObjectName(u"layout19")
        self.layout19.setContentsMargins(0, 12, 0, 0)
        self.spacer20 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout19.addItem(self.spacer20)

        self.undo = QPushButton(self.donePage)
        self.undo.setObjectName(u"undo")

        self.layout19.addWidget(self.undo)

        self.again = QPushButton(self.donePage)
        self.again.setObjectName(u"again")

        self.layout19.addWidget(self.again)

        self.show = QPushButton(self.donePage)
        self.show.setObjectName(u"show")

        self.layout19.addWidget(self.show)

        self.spacer21 = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout19.addItem(self.spacer21)


        self.layout17.addLayout(self.layout19)

        self.spacer22 = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout17.addItem(self.spacer22)

        self.stack.addWidget(self.donePage)

        self.layout1.addWidget(self.stack)

        self.acts = QWidget(ImportPage)
        self.acts.setObjectName(u"acts")
        self.layout23 = QHBoxLayout(self.acts)
        self.layout23.setSpacing(8)
        self.layout23.setObjectName(u"layout23")
        self.layout23.setContentsMargins(0, 0, 0, 0)
        self.note = ElidedLabel(self.acts)
        self.note.setObjectName(u"note")

        self.layout23.addWidget(self.note)

        self.cancel = QPushButton(self.acts)
        self.cancel.setObjectName(u"cancel")

        self.layout23.addWidget(self.cancel)

        self.rejects = QPushButton(self.acts)
        self.rejects.setObjectName(u"rejects")

        self.layout23.addWidget(self.rejects)

        self.write = QPushButton(self.acts)
        self.write.setObjectName(u"write")

        self.layout23.addWidget(self.write)

        self.layout23.setStretch(0, 1)

        self.layout1.addWidget(self.acts)

        self.layout1.setStretch(1, 1)

        self.retranslateUi(ImportPage)
    # setupUi

    def retranslateUi(self, ImportPage):
        self.drop.setProperty(u"look", QCoreApplication.translate("ImportPage", u"drop", None))
        self.dropIcon.setText("")
        self.dropTitle.setText(QCoreApplication.translate("ImportPage", u"\u628a\u8868\u683c\u62d6\u5230\u8fd9\u91cc", None))
        self.dropTitle.setProperty(u"look", QCoreApplication.translate("ImportPage", u"h1", None))
        self.label5.setText(QCoreApplication.translate("ImportPage", u"Excel\u3001WPS\u3001\u5e73\u53f0\u5bfc\u51fa\u7684 .xlsx \u6216 .csv\uff1b\u5148\u770b\u9884\u89c8\uff0c\u4e0d\u5199\u5165\u4efb\u4f55\u4e1c\u897f", None))
        self.label5.setProperty(u"look", QCoreApplication.translate("ImportPage", u"sub", None))
        self.label8.setText(QCoreApplication.translate("ImportPage", u"\u5bfc\u5165\u5230", None))
        self.label8.setProperty(u"look", QCoreApplication.translate("ImportPage", u"label", None))
#if QT_CONFIG(accessibility)
        self.ledger.setAccessibleName(QCoreApplication.translate("ImportPage", u"\u5bfc\u5165\u5230\u54ea\u4e2a\u53f0\u8d26", None))
#endif // QT_CONFIG(accessibility)
        self.choose.setText(QCoreApplication.translate("ImportPage", u"\u9009\u62e9\u6587\u4ef6", None))
        self.fault.setText("")
        self.fault.setProperty(u"look", QCoreApplication.translate("ImportPage", u"amber", None))
        self.readingTitle.setText(QCoreApplication.translate("ImportPage", u"\u6b63\u5728\u8bfb\u53d6", None))
        self.readingTitle.setProperty(u"look", QCoreApplication.translate("ImportPage", u"h2", None))
        self.readingNote.setText(QCoreApplication.translate("ImportPage", u"\u4ec0\u4e48\u90fd\u8fd8\u6ca1\u6709\u5199\u5165\u3002", None))
        self.readingNote.setProperty(u"look", QCoreApplication.translate("ImportPage", u"sub", None))
        self.strip.setProperty(u"look", QCoreApplication.translate("ImportPage", u"strip", None))
        self.stripIcon.setText("")
        self.info.setText("")
#if QT_CONFIG(accessibility)
        self.sheet.setAccessibleName(QCoreApplication.translate("ImportPage", u"\u5de5\u4f5c\u8868", None))
#endif // QT_CONFIG(accessibility)
        self.skipHidden.setText(QCoreApplication.translate("ImportPage", u"\u4e0d\u6536\u9690\u85cf\u884c", None))
        self.mapping.setText(QCoreApplication.translate("ImportPage", u"\u6539\u5217\u5bf9\u5e94", None))
        self.mapping.setProperty(u"look", QCoreApplication.translate("ImportPage", u"flat", None))
#if QT_CONFIG(accessibility)
        self.rows.setAccessibleName(QCoreApplication.translate("ImportPage", u"\u5bfc\u5165\u9884\u89c8", None))
#endif // QT_CONFIG(accessibility)
        self.askStrip.setProperty(u"look", QCoreApplication.translate("ImportPage", u"strip", None))
        self.askIcon.setText("")
        self.ask.setText("")
        self.takeKnown.setText(QCoreApplication.translate("ImportPage", u"\u5c31\u662f\u53f0\u8d26\u91cc\u7684", None))
        self.takeNew.setText(QCoreApplication.translate("ImportPage", u"\u6309\u65b0\u589e\u6536\u4e0b", None))
        self.changeCell.setText(QCoreApplication.translate("ImportPage", u"\u6539\u8fd9\u4e00\u683c", None))
        self.hoursPerDay.setText(QCoreApplication.translate("ImportPage", u"\u6309\u5929\u6362\u7b97\u5b66\u65f6", None))
        self.skipRow.setText(QCoreApplication.translate("ImportPage", u"\u4e0d\u5bfc\u5165\u8fd9\u4e00\u884c", None))
        self.doneTitle.setText("")
        self.doneTitle.setProperty(u"look", QCoreApplication.translate("ImportPage", u"h1", None))
        self.doneNote.setText("")
        self.doneNote.setProperty(u"look", QCoreApplication.translate("ImportPage", u"sub", None))
        self.undo.setText("")
        self.again.setText(QCoreApplication.translate("ImportPage", u"\u518d\u5bfc\u5165\u4e00\u5f20", None))
        self.show.setText(QCoreApplication.translate("ImportPage", u"\u770b\u53f0\u8d26", None))
        self.show.setProperty(u"look", QCoreApplication.translate("ImportPage", u"primary", None))
        self.note.setText(QCoreApplication.translate("ImportPage", u"\u5199\u5165\u540e\u53ef\u968f\u65f6\u64a4\u9500\u6574\u6b21\u5bfc\u5165", None))
        self.note.setProperty(u"look", QCoreApplication.translate("ImportPage", u"sub", None))
        self.cancel.setText(QCoreApplication.translate("ImportPage", u"\u53d6\u6d88", None))
        self.rejects.setText(QCoreApplication.translate("ImportPage", u"\u5f85\u5904\u7406\u548c\u4e0d\u6536\u7684\u53e6\u5b58", None))
        self.write.setText(QCoreApplication.translate("ImportPage", u"\u5199\u5165", None))
        self.write.setProperty(u"look", QCoreApplication.translate("ImportPage", u"primary", None))
        pass
    # retranslateUi

