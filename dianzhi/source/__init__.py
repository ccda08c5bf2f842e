"""Authored files into typed records with places: the only code that reads content.

folder      disk -> bytes by path
read_yaml   bytes -> nodes with places      (yaml_words: its complaints in Chinese)
decode      nodes -> records of the model   (scalars, limits, comments)
tables      CSV -> batches
understand  all files -> content and problems
"""
