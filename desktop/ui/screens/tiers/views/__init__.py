"""The tiers looked at: board, structure, crossings with intent, movement between rounds."""
