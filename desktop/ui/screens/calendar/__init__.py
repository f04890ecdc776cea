"""日历: the follow-ups of the office by their days, looked at by month, week, day, as a list and by the year."""
