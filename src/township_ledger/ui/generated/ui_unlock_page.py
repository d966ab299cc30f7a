# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'unlock_page.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout)

class Ui_UnlockPage(object):
    def setupUi(self, UnlockPage):
        if not UnlockPage.objectName():
            UnlockPage.setObjectName(u"UnlockPage")
        self.outer = QVBoxLayout(UnlockPage)
        self.outer.setSpacing(8)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(16, 16, 16, 16)
        self.outer_gap0 = QSpacerItem(1, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.outer.addItem(self.outer_gap0)

        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        self.row.setObjectName(u"row")
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row_gap0 = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row.addItem(self.row_gap0)

        self.card = QFrame(UnlockPage)
        self.card.setObjectName(u"card")
        self.card.setProperty(u"look", u"card")
        self.card.setMinimumSize(QSize(380, 0))
        self.card.setMaximumSize(QSize(380, 16777215))
        self.cardBox = QVBoxLayout(self.card)
        self.cardBox.setSpacing(10)
        self.cardBox.setObjectName(u"cardBox")
        self.cardBox.setContentsMargins(24, 22, 24, 14)
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.picture = QLabel(self.card)
        self.picture.setObjectName(u"picture")
        self.picture.setText(u"")

        self.head.addWidget(self.picture)

        self.names = QVBoxLayout()
        self.names.setSpacing(0)
        self.names.setObjectName(u"names")
        self.names.setContentsMargins(0, 0, 0, 0)
        self.unit = QLabel(self.card)
        self.unit.setObjectName(u"unit")
        self.unit.setText(u"")
        self.unit.setWordWrap(True)
        self.unit.setProperty(u"look", u"h1")

        self.names.addWidget(self.unit)

        self.product = QLabel(self.card)
        self.product.setObjectName(u"product")
        self.product.setProperty(u"look", u"sub")

        self.names.addWidget(self.product)


        self.head.addLayout(self.names)

        self.head.setStretch(1, 1)

        self.cardBox.addLayout(self.head)

        self.gap1 = QSpacerItem(1, 6, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

        self.cardBox.addItem(self.gap1)

        self.who = QComboBox(self.card)
        self.who.setObjectName(u"who")
        self.who.setMinimumSize(QSize(0, 32))

        self.cardBox.addWidget(self.who)

        self.password = QLineEdit(self.card)
        self.password.setObjectName(u"password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

        self.cardBox.addWidget(self.password)

        self.sheet = QPlainTextEdit(self.card)
        self.sheet.setObjectName(u"sheet")
        self.sheet.setMinimumSize(QSize(0, 96))
        self.sheet.setMaximumSize(QSize(16777215, 120))
        self.sheet.setTabChangesFocus(True)

        self.cardBox.addWidget(self.sheet)

        self.trouble = QLabel(self.card)
        self.trouble.setObjectName(u"trouble")
        self.trouble.setText(u"")
        self.trouble.setWordWrap(True)
        self.trouble.setProperty(u"look", u"red")

        self.cardBox.addWidget(self.trouble)

        self.open = QPushButton(self.card)
        self.open.setObjectName(u"open")
        self.open.setMinimumSize(QSize(0, 36))
        self.open.setProperty(u"look", u"primary")

        self.cardBox.addWidget(self.open)

        self.others = QHBoxLayout()
        self.others.setSpacing(8)
        self.others.setObjectName(u"others")
        self.others.setContentsMargins(0, 0, 0, 0)
        self.lost = QPushButton(self.card)
        self.lost.setObjectName(u"lost")
        self.lost.setProperty(u"look", u"flat")

        self.others.addWidget(self.lost)

        self.others_gap1 = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.others.addItem(self.others_gap1)

        self.another = QPushButton(self.card)
        self.another.setObjectName(u"another")
        self.another.setProperty(u"look", u"flat")

        self.others.addWidget(self.another)


        self.cardBox.addLayout(self.others)


        self.row.addWidget(self.card)

        self.row_gap2 = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.row.addItem(self.row_gap2)


        self.outer.addLayout(self.row)

        self.outer_gap2 = QSpacerItem(1, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.outer.addItem(self.outer_gap2)

        self.foot = QHBoxLayout()
        self.foot.setSpacing(8)
        self.foot.setObjectName(u"foot")
        self.foot.setContentsMargins(0, 0, 0, 0)
        self.foot_gap0 = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.foot_gap0)

        self.promise = QLabel(UnlockPage)
        self.promise.setObjectName(u"promise")
        self.promise.setProperty(u"look", u"small")

        self.foot.addWidget(self.promise)

        self.foot_gap2 = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.foot.addItem(self.foot_gap2)


        self.outer.addLayout(self.foot)


        self.retranslateUi(UnlockPage)
    # setupUi

    def retranslateUi(self, UnlockPage):
        self.product.setText(QCoreApplication.translate("UnlockPage", u"\u4e61\u9547\u6267\u6cd5\u53f0\u8d26", None))
#if QT_CONFIG(accessibility)
        self.who.setAccessibleName(QCoreApplication.translate("UnlockPage", u"\u8c01\u5728\u7528", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.password.setAccessibleName(QCoreApplication.translate("UnlockPage", u"\u5bc6\u7801", None))
#endif // QT_CONFIG(accessibility)
        self.password.setPlaceholderText(QCoreApplication.translate("UnlockPage", u"\u5bc6\u7801", None))
#if QT_CONFIG(accessibility)
        self.sheet.setAccessibleName(QCoreApplication.translate("UnlockPage", u"\u6062\u590d\u7801", None))
#endif // QT_CONFIG(accessibility)
        self.sheet.setPlaceholderText(QCoreApplication.translate("UnlockPage", u"\u7167\u6062\u590d\u5355\u628a\u6bcf\u4e00\u7ec4\u6284\u8fdb\u6765\uff0c\u5927\u5c0f\u5199\u3001\u7a7a\u683c\u3001\u6362\u884c\u90fd\u4e0d\u8981\u7d27", None))
        self.open.setText(QCoreApplication.translate("UnlockPage", u"\u6253\u5f00\u53f0\u8d26", None))
        self.lost.setText(QCoreApplication.translate("UnlockPage", u"\u5fd8\u4e86\u5bc6\u7801\uff0c\u7528\u6062\u590d\u7801", None))
        self.another.setText(QCoreApplication.translate("UnlockPage", u"\u6362\u4e00\u672c\u53f0\u8d26", None))
        self.promise.setText(QCoreApplication.translate("UnlockPage", u"\u4e0d\u8054\u7f51 \u00b7 \u4e0d\u5904\u7406\u56fd\u5bb6\u79d8\u5bc6", None))
        pass
    # retranslateUi

