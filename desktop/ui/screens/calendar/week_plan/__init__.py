"""排周计划: a proposal for a rep's week, changed by hand, then made follow-ups of."""
