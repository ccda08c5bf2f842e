"""The syllables of pinyin as an initial and a final, by spec/search-index.md section 2.

Twin of widget/src/search/syllables.js. A syllable is spelled without tones, ü as v (`lv`, `nve`).
"""

INITIALS = (
    *("", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x"),
    *("zh", "ch", "sh", "r", "z", "c", "s", "y", "w"),
)
FINALS = (
    *("a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "i", "ia", "ie"),
    *("iao", "iu", "ian", "in", "iang", "ing", "iong", "u", "ua", "uo", "uai", "ui", "uan", "un"),
    *("uang", "ue", "v", "ve", "er"),
)
_SYLLABLES = frozenset(initial + final for initial in INITIALS for final in FINALS)


def split(syllable: str) -> tuple[int, int]:
    """Return the numbers of initial and final.

    Raises:
        ValueError: it is no syllable.
    """
    size = max(n for n in (0, 1, 2) if syllable[:n] in INITIALS)
    return INITIALS.index(syllable[:size]), FINALS.index(syllable[size:])


def is_syllable(letters: str) -> bool:
    """Say whether letters are an initial and a final, whether or not any word sounds so."""
    return letters in _SYLLABLES
