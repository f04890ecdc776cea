"""定期: rules of recurrence as RFC 5545 writes them, read, worked out and said."""
