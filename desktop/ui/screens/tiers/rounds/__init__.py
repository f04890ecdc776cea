"""Rating rounds: a proposal looked through, published, printed, and those of the past."""
