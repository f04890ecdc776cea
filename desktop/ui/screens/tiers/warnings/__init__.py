"""Churn warnings as a list to work off."""
