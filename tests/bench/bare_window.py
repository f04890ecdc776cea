"""The floor of the start: a PySide6 window with tabs, a form, a calendar and a menu, and nothing of ours."""

import sys

from PySide6.QtWidgets import QApplication, QCalendarWidget, QFormLayout, QLineEdit, QMainWindow, QTabWidget, QWidget

app = QApplication(sys.argv)
window = QMainWindow()
window.setWindowTitle("Bare")
window.menuBar().addMenu("File").addAction("Quit")
tabs, page = QTabWidget(), QWidget()
form = QFormLayout(page)
form.addRow(QCalendarWidget())
for number in range(24):
    form.addRow(f"Field {number}", QLineEdit(str(number)))
tabs.addTab(page, "Card")
tabs.addTab(QWidget(), "Other")
window.setCentralWidget(tabs)
window.resize(1280, 760)
window.show()
sys.exit(app.exec())
