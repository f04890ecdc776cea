"""跟进批阅: what the reps did, read one after the other, commented and verified."""
