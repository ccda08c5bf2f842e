"""Spreadsheets into entries: bytes in, a plan out. Reads and writes no disk.

table        a sheet as cells, and the limits of one
delimited    CSV and JSON lines -> cells
workbook     Excel workbooks -> cells             (merges: which cells a merged one covers)
headers      which column is what
read         any of the formats -> a table with known columns
cells        what people paste: invisible characters, lists in one cell
answers      a cell -> CommonMark that shows what the cell showed   (html: tags -> Markdown)
rows         a table -> wanted entries, each value with its place
options      what the person who imports decides
people       who edited and who approved
ids          addresses for what comes without one
yaml_text    texts as YAML
yaml_file    a file changed by cuts, every other byte as it was    (yaml_record: key by key)
categories   names in a sheet -> categories of the shop, or new ones
matching     wanted entries -> those the shop has
changes      what becomes of one entry
plan         all of it
preview      the plan in Chinese
"""
