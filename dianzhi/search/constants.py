"""Every number of the ranking, each with its reason in spec/search-index.md section 8.

The same numbers stand in widget/src/search/constants.js; tests/contract compares the two files.
All are integers: Python and JavaScript then agree on every score.
"""

QUERY_LIMIT = 128
"""Characters of a query that are looked at."""
WEIGHTS = {"char": 9, "pair": 10, "=": 2, "a": 20, "0": 12, "#": 16}
"""Of a term by its kind (see `dianzhi.text.terms`)."""
LENGTH_TOP, LENGTH_BASE, LENGTH_SLOPE = 22, 13, 144
"""BM25 with k1 = 1.2, b = 0.75 and one occurrence: 2.2 / (1.3 + 0.9 length / mean), times ten,
the mean in sixteenths."""
MEAN_UNIT = 16
KEYWORD_SHARE = (3, 4)
"""Keywords are words without a question around them."""
ANSWER_SHARE = (2, 5)
"""What the answer's score adds to the best wording's."""
PREFIX_SHARE = (1, 2)
"""A word of letters that the last letters typed may become."""
PREFIX_LIMIT = 16
"""Completions looked at, in the order of the index's words."""
PRIORITY_UNIT = 64
"""A step of priority lifts the score by one part in so many."""
TAIL, FLOOR, LIKELY, DIRECT = 8, 20, 55, 80
"""Percent that query and wording have in common. Entries below TAIL are not shown, and none is if
the first FLOOR_DEPTH entries stay below FLOOR."""
FLOOR_DEPTH = 3
ALONE_COST, UNHEARD_COST, PARTIAL_COST, SHORT_COST = 1280, 3584, 512, 1024
"""Of a step through pinyin, in bits / 256: what follows nothing that the index knows it after, and
of these a syllable that the index has nowhere; a syllable cut short at the end of the query; a
syllable given by its initial."""
SHORT_MOST = 1728
"""Bits / 256 a syllable that a reading by initials may cost: any few letters are initials of
something, of what the index says often they seldom are."""
BEAM = 24
"""Ways kept at each letter of pinyin."""
SYLLABLE_LONGEST = 12
"""Letters of a step: a syllable has at most six, a word of the index more."""
HEARD_SHARE = (3, 4)
"""A term that sounds like what was typed."""
TURNED_SHARE = (1, 2)
"""A pair that stands turned round, or one character apart."""
SCORE_UNIT = 1024
"""The best score by words, where meaning joins."""
NEAR_WEIGHT = 2
"""How much nearness in meaning, 0 to 1024, counts beside it."""
NEAR_LEAST, NEAR_PERCENT = 512, 100
"""From this nearness on an entry is found that words do not find; what is beyond it counts as so
much of a hundred in common."""
