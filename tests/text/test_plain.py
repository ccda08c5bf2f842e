"""Whole texts are folded as the rules of section 2 fold them character by character."""

from hypothesis import example, given
from hypothesis import strategies as st

from dianzhi.text.normalize import chunks
from dianzhi.text.plain import chunk_texts
from dianzhi.text.tables import fold_pairs

ODD = st.text(
    st.sampled_from("Ａａ１Zz9①éÉ〇々の開貨裡\u200b\ufe0f\u00ad\ufeff 　，。-_😀𠮷\ud800退"),
    max_size=30,
)


@given(st.one_of(st.text(max_size=40), ODD))
@example("ＡB\u200bC ｄ①２")
def test_chunks_are_the_same_without_their_places(text):
    assert chunk_texts(text) == tuple(chunk.text for chunk in chunks(text, fold_pairs()))


def test_every_character_folds_the_same():
    for code in (*range(0xD800), *range(0xE000, 0x30000)):
        text = f"x{chr(code)}y"
        assert chunk_texts(text) == tuple(chunk.text for chunk in chunks(text, fold_pairs())), hex(
            code
        )
