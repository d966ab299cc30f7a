# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'cell_panel.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QSpacerItem, QToolButton, QVBoxLayout, QWidget)

from township_ledger.ui.widgets.history_list import HistoryList

class Ui_CellPanel(object):
    def setupUi(self, CellPanel):
        if not CellPanel.objectName():
            CellPanel.setObjectName(u"CellPanel")
        CellPanel.setProperty(u"look", u"card")
        self.outer = QVBoxLayout(CellPanel)
        self.outer.setSpacing(6)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(14, 12, 10, 12)
        self.head = QHBoxLayout()
        self.head.setSpacing(4)
        self.head.setObjectName(u"head")
        self.head.setContentsMargins(0, 0, 0, 0)
        self.title = QLabel(CellPanel)
        self.title.setObjectName(u"title")
        self.title.setText(u"")
        self.title.setWordWrap(True)
        self.title.setProperty(u"look", u"h2")

        self.head.addWidget(self.title)

        self.close = QToolButton(CellPanel)
        self.close.setObjectName(u"close")
        self.close.setProperty(u"look", u"icon")

        self.head.addWidget(self.close)

        self.head.setStretch(0, 1)

        self.outer.addLayout(self.head)

        self.tags = QHBoxLayout()
        self.tags.setSpacing(6)
        self.tags.setObjectName(u"tags")
        self.tags.setContentsMargins(0, 0, 0, 0)
        self.draft = QLabel(CellPanel)
        self.draft.setObjectName(u"draft")
        self.draft.setProperty(u"look", u"tag-amber")

        self.tags.addWidget(self.draft)

        self.pending = QLabel(CellPanel)
        self.pending.setObjectName(u"pending")
        self.pending.setProperty(u"look", u"tag-grey")

        self.tags.addWidget(self.pending)

        self.tags_gap2 = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.tags.addItem(self.tags_gap2)


        self.outer.addLayout(self.tags)

        self.scroll = QScrollArea(CellPanel)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scrolled = QWidget()
        self.scrolled.setObjectName(u"scrolled")
        self.inner = QVBoxLayout(self.scrolled)
        self.inner.setSpacing(6)
        self.inner.setObjectName(u"inner")
        self.inner.setContentsMargins(0, 0, 0, 0)
        self.fault = QLabel(self.scrolled)
        self.fault.setObjectName(u"fault")
        self.fault.setText(u"")
        self.fault.setWordWrap(True)
        self.fault.setProperty(u"look", u"amber")

        self.inner.addWidget(self.fault)

        self.value = QLabel(self.scrolled)
        self.value.setObjectName(u"value")
        self.value.setText(u"")
        self.value.setWordWrap(True)
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse|Qt.TextInteractionFlag.TextSelectableByKeyboard)

        self.inner.addWidget(self.value)

        self.extra = QWidget(self.scrolled)
        self.extra.setObjectName(u"extra")
        self.extraBox = QVBoxLayout(self.extra)
        self.extraBox.setSpacing(6)
        self.extraBox.setObjectName(u"extraBox")
        self.extraBox.setContentsMargins(0, 0, 0, 0)

        self.inner.addWidget(self.extra)

        self.rule = QFrame(self.scrolled)
        self.rule.setObjectName(u"rule")
        self.rule.setProperty(u"look", u"rule")

        self.inner.addWidget(self.rule)

        self.historyTitle = QLabel(self.scrolled)
        self.historyTitle.setObjectName(u"historyTitle")
        self.historyTitle.setProperty(u"look", u"h2")

        self.inner.addWidget(self.historyTitle)

        self.history = HistoryList(self.scrolled)
        self.history.setObjectName(u"history")

        self.inner.addWidget(self.history)

        self.inner_gap6 = QSpacerItem(1, 20, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.inner.addItem(self.inner_gap6)

        self.scroll.setWidget(self.scrolled)

        self.outer.addWidget(self.scroll)

        self.acts = QHBoxLayout()
        self.acts.setSpacing(8)
        self.acts.setObjectName(u"acts")
        self.acts.setContentsMargins(0, 0, 0, 0)
        self.restore = QPushButton(CellPanel)
        self.restore.setObjectName(u"restore")

        self.acts.addWidget(self.restore)

        self.all = QPushButton(CellPanel)
        self.all.setObjectName(u"all")
        self.all.setProperty(u"look", u"flat")

        self.acts.addWidget(self.all)

        self.acts_gap2 = QSpacerItem(20, 1, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.acts.addItem(self.acts_gap2)

        self.more = QToolButton(CellPanel)
        self.more.setObjectName(u"more")
        self.more.setProperty(u"look", u"icon")

        self.acts.addWidget(self.more)


        self.outer.addLayout(self.acts)

        self.outer.setStretch(2, 1)

        self.retranslateUi(CellPanel)
    # setupUi

    def retranslateUi(self, CellPanel):
#if QT_CONFIG(tooltip)
        self.close.setToolTip(QCoreApplication.translate("CellPanel", u"\u6536\u8d77  Esc", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.close.setAccessibleName(QCoreApplication.translate("CellPanel", u"\u6536\u8d77", None))
#endif // QT_CONFIG(accessibility)
        self.draft.setText(QCoreApplication.translate("CellPanel", u"\u8349\u7a3f", None))
        self.pending.setText(QCoreApplication.translate("CellPanel", u"\u6b63\u5728\u5199\u5165", None))
        self.historyTitle.setText(QCoreApplication.translate("CellPanel", u"\u8fd9\u4e00\u683c\u7684\u6765\u5386", None))
        self.restore.setText(QCoreApplication.translate("CellPanel", u"\u6062\u590d\u65e7\u503c", None))
#if QT_CONFIG(tooltip)
        self.restore.setToolTip(QCoreApplication.translate("CellPanel", u"\u628a\u8fd9\u4e00\u683c\u6539\u56de\u4e0a\u4e00\u4e2a\u503c", None))
#endif // QT_CONFIG(tooltip)
        self.all.setText(QCoreApplication.translate("CellPanel", u"\u5168\u90e8\u5386\u53f2", None))
#if QT_CONFIG(tooltip)
        self.all.setToolTip(QCoreApplication.translate("CellPanel", u"\u8fd9\u4e00\u884c\u6240\u6709\u683c\u5b50\u7684\u6765\u5386", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(tooltip)
        self.more.setToolTip(QCoreApplication.translate("CellPanel", u"\u66f4\u591a", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.more.setAccessibleName(QCoreApplication.translate("CellPanel", u"\u66f4\u591a", None))
#endif // QT_CONFIG(accessibility)
        pass
    # retranslateUi

