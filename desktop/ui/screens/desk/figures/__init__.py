"""What each rep did in a day, a week or a month, and what is behind every figure."""
