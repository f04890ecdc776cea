"""Freeze the schema that the migrations make: `python packaging/schema.py` after adding one, before releasing it.

Writes db/migrations/schemas/<number>.json, which new files are laid out from and opened files are compared with.
A released number is never written again: the script refuses, unless --force says that it was not released yet.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))


def main() -> int:
    from db import identity, upgrade

    target = ROOT / "db" / "migrations" / "schemas" / f"{identity.SCHEMA:04}.json"
    made = upgrade.migrated_objects()
    objects = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
    if target.exists() and "--force" not in sys.argv:
        differing = identity.differing(made, identity.schema_objects(identity.SCHEMA))
        if differing:
            names = ", ".join(differing)
            print(f"{target.name} exists and differs ({names}); --force if schema {identity.SCHEMA} was never released")
            return 1
    target.parent.mkdir(exist_ok=True)
    target.write_text(objects, encoding="utf-8")
    print(f"{target.name}: {len(json.loads(objects))} objects")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
