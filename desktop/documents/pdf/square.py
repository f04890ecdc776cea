"""A short text as a square code (QR), drawn by ReportLab's own encoder as one path: no picture, sharp at any size."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from reportlab.graphics.barcode import qrencoder

QUIET = 3  # modules of white around it: less than the four of the standard is read by any scanner on white paper


def square(canvas: Any, text: str, area: tuple[float, float, float, float]) -> None:
    """Draw `text` in the middle of `area` (x, y, width, height; y below), as large as it allows.

    Capitals, digits and `:-./ $%*+` are packed densest. A seventh of the code may be spoilt and it is read still.
    """
    code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    count = code.getModuleCount()
    x, y, width, height = area
    module = min(width, height) / (count + 2 * QUIET)
    left, top = x + (width - count * module) / 2, y + (height + count * module) / 2
    path = canvas.beginPath()
    for row in range(count):
        column = 0
        for dark, run in groupby(bool(code.isDark(row, place)) for place in range(count)):
            length = len(list(run))
            if dark:
                path.rect(left + column * module, top - (row + 1) * module, length * module, module)
            column += length
    canvas.setFillColorRGB(0.0, 0.0, 0.0)
    canvas.drawPath(path, stroke=0, fill=1)
