"""Time zones by the names calendars give them, and the zone this machine is in."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

OFFICE_ZONE = "Asia/Shanghai"  # of an office whose machine does not say


def zone_named(name: str) -> ZoneInfo | None:
    """The zone of an IANA name (Asia/Shanghai), a Windows name (China Standard Time) or one with a maker's prefix
    (/mozilla.org/20070129_1/America/New_York); None where nobody knows it."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    bare = name.strip().strip('"').strip()
    parts = bare.strip("/").split("/")
    tries = [bare, WINDOWS_TO_OLSON.get(bare, "")]
    if bare.startswith("/"):
        tries += ["/".join(parts[-3:]), "/".join(parts[-2:])]
    return next((zone for one in tries if one and (zone := _iana(one)) is not None), None)


def machine_zone(environ: Mapping[str, str] = os.environ, localtime: Path = Path("/etc/localtime")) -> ZoneInfo:
    """The zone of this machine: what TZ says, what /etc/localtime points to, what Windows is set to; else China's."""
    told = _iana(environ.get("TZ", "").removeprefix(":"))
    if told is not None:
        return told
    if sys.platform == "win32":
        found = zone_named(_windows_name())
    else:
        found = _iana(str(localtime.resolve()).rpartition("zoneinfo/")[2]) if localtime.exists() else None
    return found or ZoneInfo(OFFICE_ZONE)


def _iana(name: str) -> ZoneInfo | None:
    if not name or name.startswith(("/", ".")):
        return None
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # no such zone; a name that leads elsewhere; "America", which is a folder
        return None


def _windows_name() -> str:
    """What Windows calls the zone it is set to; "" where it does not say, and elsewhere."""
    if sys.platform == "win32":
        import winreg

        place = r"SYSTEM\CurrentControlSet\Control\TimeZoneInformation"
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, place) as key:
                return str(winreg.QueryValueEx(key, "TimeZoneKeyName")[0])
        except OSError:
            return ""
    return ""
