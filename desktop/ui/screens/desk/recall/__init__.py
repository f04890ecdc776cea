"""公海: customers without a rep, and those whose recall is proposed."""
