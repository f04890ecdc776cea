"""Calendars of other programs (iCalendar, RFC 5545): values in, bytes out, and bytes in, values out."""
