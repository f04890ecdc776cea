"""Why a customer is in his class: criteria, what would change it, what was before."""
