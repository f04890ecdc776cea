"""What a foreign file may cost us."""

from __future__ import annotations

from dataclasses import asdict, dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits for one reading; sizes in bytes. The defaults refuse bombs and pass what an office really has.

    Rows go up to Excel's own maximum, because real order exports have over 500,000 lines; what bounds a workbook is
    the area of each sheet (rows x columns, empty cells included), since the library holds it whole in memory.
    """

    file_bytes: int = 50 * MEGABYTE
    unpacked_bytes: int = 300 * MEGABYTE
    # Deflate reaches 1000:1 on repeated rows, and small honest files of equal rows pass 200:1 as well.
    ratio: int = 200
    ratio_counts_from_bytes: int = 20 * MEGABYTE
    zip_entries: int = 5_000
    rows: int = 1_048_576
    columns: int = 1_024
    cells: int = 10_000_000
    cell_chars: int = 32_767
    seconds: float = 60.0
    memory_bytes: int = 1_536 * MEGABYTE

    def as_facts(self) -> dict[str, float]:
        """The limits as plain values, for the command line of the child."""
        return asdict(self)


def megabytes(size: int) -> int:
    """`size` in whole megabytes, rounded up, for a sentence."""
    return -(-size // MEGABYTE)
