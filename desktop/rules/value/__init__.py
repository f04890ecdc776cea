"""What a customer will probably be worth: purchases and spend expected from the past ones."""
