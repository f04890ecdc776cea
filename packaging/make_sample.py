"""Write the sample office, resources/samples/office.json: `python packaging/make_sample.py [--to FILE]`.

Everything in it is invented: the fragments in sample_office/*.toml are our own, names and firms are drawn from them
with a fixed seed, numbers come from blocks that are given to nobody. Only provinces, cities and districts are real.
Dates are days from the day of opening, so that the office is always in the middle of its work. The same script writes
the same bytes on every machine; a test holds the file against it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "samples" / "office.json"
sys.path.insert(0, str(Path(__file__).resolve().parent))

from sample_office.office import sample  # noqa: E402


def main() -> int:
    """Write the file and say how large it is."""
    parser = argparse.ArgumentParser(description="Write the sample office.")
    parser.add_argument("--to", type=Path, default=TARGET, metavar="FILE")
    target: Path = parser.parse_args().to
    text = sample()
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8", newline="\n")
    print(f"{target.name}: {len(text.encode('utf-8')) / 1024:.0f} KiB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
