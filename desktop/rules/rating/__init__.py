"""分级: schemes as data, what they say of measured customers, and why."""
