"""A month, hours of days, and a year: painted, and driven by mouse and keys. Knows no customer."""
