"""Tier schemes: the list of them, reading one, changing one, its versions."""
