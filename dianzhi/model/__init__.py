"""What authors say, as frozen typed values.

place      where a value was written
kinds      kinds of text, limits, references
review     what every reviewed text carries
entry script flow product shop meeting
content    all of it together
"""
