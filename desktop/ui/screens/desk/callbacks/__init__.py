"""回访核实: visits drawn by lot to ask the customer about, and what was found."""
