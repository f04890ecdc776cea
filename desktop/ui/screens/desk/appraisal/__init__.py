"""考核表: the score of each rep, and every part of it with its why."""
