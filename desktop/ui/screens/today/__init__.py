"""今日: what is to be done today, its sheet, and the keying back of it."""
