"""Every number of the ranking, each with its reason in spec/search-index.md section 8.

The same numbers stand in widget/src/search/constants.js; tests/contract compares the two files.
All are integers: Python and JavaScript then agree on every score.
"""

QUERY_LIMIT = 128
"""Characters of a query that are looked at."""
WEIGHTS = {"char": 20, "pair": 6, "a": 30, "0": 20, "#": 20}
"""Of a term by its kind (see `dianzhi.text.terms`); what frames a question counts half."""
RARITY_BASE = 1024
"""What a term that all entries hold is worth, in bits / 256: rarity counts, but not alone."""
WHOLE = 1024
"""A share of all there is."""
QUERY_PART, TEXT_PART = 7, 13
"""What is in common is a share of query and text together, in these parts."""
MIX = (9, 7, 16, 20)
"""Weights of the features of an entry: best wording, second best, all it says (bench/search/tune.py);
nearness in meaning (spec/meaning.md)."""
PREFIX_SHARE = (1, 2)
"""A word of letters that the last letters typed may become."""
PREFIX_LIMIT = 16
"""Completions looked at, in the order of the index's words."""
PRIORITY_UNIT = 64
"""A step of priority lifts the score by one part in so many."""
CATEGORY_STEPS = 4
"""Steps of priority that an entry of a category has ahead where the search starts from that category."""
TAIL = 80
"""Entries that say less of the query, of 1024, are not shown."""
CONTENT_LIMIT = 30
"""Characters and words of a question that certainty asks about: one bit each."""
CERTAIN_TOLD, CERTAIN_BEST, CERTAIN_LEAD, CERTAIN_MISSING = 4900, 73, 1, 27
"""Logits / 12640 that an entry is about the question: for each content it holds, each 1/1024 of its
best wording, each point of its lead over the next, and off for each 1/256 bit of the rarest it lacks
(bench/search/tune.py)."""
TOLD_MOST, WORDINGS_MOST, STORY = 12, 8, 6
"""Contents that count; wordings from which on what is missing counts in full; contents from which on
it counts less."""
ANSWERED_ALONE, ANSWERED = 3600, 26000
"""Certainty from which the first entry is an answer, if it has a single wording (in parts), or many."""
LIKELY, DIRECT = 48000, 73000
"""Certainty from which an entry is likely, and direct."""
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
SPELLED_LEAST, SPELLED_REST = 4, 4
"""Letters of a word that is put right, at least, and of an ending, at most; a slip needs more than
the former for each."""
AHEAD_REACH, AHEAD_LIMIT = 9, 12
"""Terms that follow the last characters of a query and count: of each wording, and in all."""
AHEAD_LEAST, AHEAD_ROWS = 2, 64
"""Wordings that hold the last pair, so that it counts rather than the last character; those looked at."""
NEAR_LEAST = 360
"""From this nearness in meaning on an entry is found that words do not find, and answers what lacks
nothing but letters."""
