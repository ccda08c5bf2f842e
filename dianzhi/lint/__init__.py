"""What is valid but unwise: found by looking at all the texts together.

duplicates   entries that ask the same
"""
