"""主管: what the reps did, comments, card checks, cards on loan, customers without a rep."""
