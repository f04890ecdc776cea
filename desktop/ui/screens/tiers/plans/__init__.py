"""Promotion plans: the list, one plan, making one, and who is worth one."""
