"""日历: the days of the office, what recurs, what is due, plans of a week, and calendars of other programs."""
