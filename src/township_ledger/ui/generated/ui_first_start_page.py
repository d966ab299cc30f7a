# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'first_start_page.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout)

from township_ledger.ui.widgets.drop_zone import DropZone

class Ui_FirstStartPage(object):
    def setupUi(self, FirstStartPage):
        if not FirstStartPage.objectName():
            FirstStartPage.setObjectName(u"FirstStartPage")
        self.outer = QVBoxLayout(FirstStartPage)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(40, 20, 40, 16)
        self.brand = QLabel(FirstStartPage)
        self.brand.setObjectName(u"brand")
        self.brand.setProperty(u"look", u"h1")

        self.outer.addWidget(self.brand)

        self.drop = DropZone(FirstStartPage)
        self.drop.setObjectName(u"drop")
        self.drop.setProperty(u"look", u"drop")
        self.dropBox = QVBoxLayout(self.drop)
        self.dropBox.setSpacing(8)
        self.dropBox.setObjectName(u"dropBox")
        self.dropBox.setContentsMargins(24, 16, 24, 16)
        self.dropBox_gap0 = QSpacerItem(1, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.dropBox.addItem(self.dropBox_gap0)

        self.picture = QLabel(self.drop)
        self.picture.setObjectName(u"picture")
        self.picture.setText(u"")
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.dropBox.addWidget(self.picture)

        self.dropTitle = QLabel(self.drop)
        self.dropTitle.setObjectName(u"dropTitle")
        self.dropTitle.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.dropTitle.setProperty(u"look", u"h1")

        self.dropBox.addWidget(self.dropTitle)

        self.dropHint = QLabel(self.drop)
        self.dropHint.setObjectName(u"dropHint")
        self.dropHint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.dropHint.setWordWrap(True)
        self.dropHint.setProperty(u"look", u"sub")

        self.dropBox.addWidget(self.dropHint)

        self.dropButtons = QHBoxLayout()
        self.dropButtons.setSpacing(8)
        self.dropButtons.setObjectName(u"dropButtons")
        self.dropButtons.setContentsMargins(0, 8, 0, 0)
        self.dropButtons_gap0 = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.dropButtons.addItem(self.dropButtons_gap0)

        self.choose = QPushButton(self.drop)
        self.choose.setObjectName(u"choose")
        self.choose.setProperty(u"look", u"primary")

        self.dropButtons.addWidget(self.choose)

        self.dropButtons_gap2 = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.dropButtons.addItem(self.dropButtons_gap2)


        self.dropBox.addLayout(self.dropButtons)

        self.work = QFrame(self.drop)
        self.work.setObjectName(u"work")
        self.workBox = QHBoxLayout(self.work)
        self.workBox.setSpacing(12)
        self.workBox.setObjectName(u"workBox")
        self.workBox.setContentsMargins(0, 0, 0, 0)
        self.workBox_gap0 = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.workBox.addItem(self.workBox_gap0)

        self.workText = QLabel(self.work)
        self.workText.setObjectName(u"workText")
        self.workText.setText(u"")
        self.workText.setProperty(u"look", u"sub")

        self.workBox.addWidget(self.workText)

        self.workBar = QProgressBar(self.work)
        self.workBar.setObjectName(u"workBar")
        self.workBar.setMaximum(0)
        self.workBar.setTextVisible(False)
        self.workBar.setMinimumSize(QSize(180, 0))
        self.workBar.setMaximumSize(QSize(180, 6))

        self.workBox.addWidget(self.workBar)

        self.stop = QPushButton(self.work)
        self.stop.setObjectName(u"stop")
        self.stop.setProperty(u"look", u"flat")

        self.workBox.addWidget(self.stop)

        self.workBox_gap4 = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.workBox.addItem(self.workBox_gap4)


        self.dropBox.addWidget(self.work)

        self.trouble = QLabel(self.drop)
        self.trouble.setObjectName(u"trouble")
        self.trouble.setText(u"")
        self.trouble.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.trouble.setWordWrap(True)
        self.trouble.setProperty(u"look", u"red")

        self.dropBox.addWidget(self.trouble)

        self.dropBox_gap7 = QSpacerItem(1, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.dropBox.addItem(self.dropBox_gap7)


        self.outer.addWidget(self.drop)

        self.others = QHBoxLayout()
        self.others.setSpacing(16)
        self.others.setObjectName(u"others")
        self.others.setContentsMargins(0, 0, 0, 0)
        self.others_gap0 = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.others.addItem(self.others_gap0)

        self.openHome = QPushButton(FirstStartPage)
        self.openHome.setObjectName(u"openHome")
        self.openHome.setProperty(u"look", u"flat")

        self.others.addWidget(self.openHome)

        self.emptyHome = QPushButton(FirstStartPage)
        self.emptyHome.setObjectName(u"emptyHome")
        self.emptyHome.setProperty(u"look", u"flat")

        self.others.addWidget(self.emptyHome)

        self.verifyBundle = QPushButton(FirstStartPage)
        self.verifyBundle.setObjectName(u"verifyBundle")
        self.verifyBundle.setProperty(u"look", u"flat")

        self.others.addWidget(self.verifyBundle)

        self.others_gap4 = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.others.addItem(self.others_gap4)


        self.outer.addLayout(self.others)

        self.promise = QLabel(FirstStartPage)
        self.promise.setObjectName(u"promise")
        self.promise.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.promise.setProperty(u"look", u"small")

        self.outer.addWidget(self.promise)

        self.outer.setStretch(1, 1)

        self.retranslateUi(FirstStartPage)
    # setupUi

    def retranslateUi(self, FirstStartPage):
        self.brand.setText(QCoreApplication.translate("FirstStartPage", u"\u4e61\u9547\u6267\u6cd5\u53f0\u8d26", None))
        self.dropTitle.setText(QCoreApplication.translate("FirstStartPage", u"\u628a\u82b1\u540d\u518c\u62d6\u5230\u8fd9\u91cc", None))
        self.dropHint.setText(QCoreApplication.translate("FirstStartPage", u"Excel\u3001WPS\u3001\u5e73\u53f0\u5bfc\u51fa\u7684\u8868\u90fd\u884c\uff1b\u5148\u770b\u4f53\u68c0\uff0c\u4e0d\u5b58\u4efb\u4f55\u4e1c\u897f", None))
        self.choose.setText(QCoreApplication.translate("FirstStartPage", u"\u9009\u62e9\u6587\u4ef6", None))
        self.stop.setText(QCoreApplication.translate("FirstStartPage", u"\u505c\u6b62", None))
        self.openHome.setText(QCoreApplication.translate("FirstStartPage", u"\u6253\u5f00\u5df2\u6709\u53f0\u8d26", None))
        self.emptyHome.setText(QCoreApplication.translate("FirstStartPage", u"\u6ca1\u6709\u8868\uff0c\u4ece\u7a7a\u53f0\u8d26\u5f00\u59cb", None))
        self.verifyBundle.setText(QCoreApplication.translate("FirstStartPage", u"\u6821\u9a8c\u62a5\u9001\u5305", None))
        self.promise.setText(QCoreApplication.translate("FirstStartPage", u"\u4e0d\u8054\u7f51 \u00b7 \u4e0d\u5904\u7406\u56fd\u5bb6\u79d8\u5bc6 \u00b7 \u6570\u636e\u53ea\u5728\u8fd9\u53f0\u7535\u8111\u4e0a", None))
        pass
    # retranslateUi

