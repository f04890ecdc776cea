"""领卡/还卡: the printed cards that are out, and the register of all that were."""
