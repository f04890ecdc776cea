"""资料卡检查: the week's cards of each rep, gone through and signed."""
