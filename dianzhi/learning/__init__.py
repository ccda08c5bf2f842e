"""What shoppers typed into proposals for editors. Reads bytes, writes nothing, applies nothing.

asked        one thing a shopper typed, and what was opened for it
masking      personal data out, before anything else sees a text
tables       CSV, workbooks and JSON -> records by role
lines        text files -> records: beacons in access logs, transcripts, one question a line
sessions     records in order -> what was asked, with the entry that was opened
read         any of the files -> what was asked
gathering    repeats together, most asked first
trial        the shop with proposals added: is it found, does another question lose its place
words        the words of questions and entries: telling, or strange to the shop
matching     which entry a question belongs to: opened, guessed, or none
choosing     wordings that help and harm nothing
synonyms     words in failing questions that a shop word could stand for
pasting      proposals as lines of YAML with their place
learn        all of it
popularity   how often each entry was asked for, as a file of the content
report       the result in Chinese; the same as plain values
"""
