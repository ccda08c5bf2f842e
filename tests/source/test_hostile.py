"""Files that nobody wrote for a reader's good, and folders that are not what they seem."""

import os

import pytest

from dianzhi.source.folder import media_of, printable, read_folder
from dianzhi.source.read_yaml import read_yaml
from dianzhi.source.understand import understand

LAUGHS = "a: &a [ha]\n" + "".join(
    f"{name}: &{name} [*{before}, *{before}, *{before}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE = (
    ("a billion laughs", LAUGHS, "1:4 yaml-anchor"),
    ("ten thousand brackets", "a: " + "[" * 10_000, "1:16 yaml-depth"),
    ("ten thousand braces", "a: " + "{" * 10_000, "1:16 yaml-depth"),
    ("a thousand levels of lists", "".join(" " * one + "-\n" for one in range(1000)), "14:14 yaml-depth"),
    ("one line of a million characters", "a: " + "退" * 1_000_000 + "\x00", "1:1000004 yaml-character"),
    ("a quote that swallows the file", 'a: "' + "退货\n  " * 20_000, "1:4 yaml-syntax"),
    ("a key that repeats itself", "? ? ? a", "1:5 yaml-key"),
    ("nothing but a mark", "\ufeff", "1:1 yaml-character"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "said"), [case[1:] for case in HOSTILE], ids=[c[0] for c in HOSTILE]
)
def test_a_hostile_file_comes_to_one_problem(text, said):
    _, problems = read_yaml("a.yaml", text)
    assert [f"{one.span.line}:{one.span.column} {one.code}" for one in problems] == [said]


def test_fifty_thousand_lines_are_read(shop_files):
    words = "".join(f"  - [词{one}, 字{one}]\n" for one in range(50_000))
    understood = understand(shop_files | {"lexicon.yaml": f"synonyms:\n{words}".encode()})
    assert understood.problems == ()
    assert len(understood.content.lexicon.synonyms) == 50_000


def test_a_mistake_on_each_of_many_lines_is_said_for_each(shop_files):
    words = "".join(f"  - 词{one}\n" for one in range(2_000))
    problems = understand(shop_files | {"lexicon.yaml": f"synonyms:\n{words}".encode()}).problems
    assert [one.span.line for one in problems] == list(range(2, 2_002))


@pytest.fixture
def folder(tmp_path, shop_files):
    for path, content in shop_files.items():
        target = tmp_path / "faq_src" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return tmp_path / "faq_src"


def test_the_folder_is_read_as_it_is(folder, shop_files):
    assert read_folder(folder) == shop_files
    assert list(read_folder(folder)) == sorted(shop_files)
    assert media_of(read_folder(folder)) == {"seal.svg": shop_files["media/seal.svg"]}


def test_what_programs_leave_behind_is_passed_over(folder, shop_files):
    for name in (".DS_Store", "faq/.shelf-life.yaml.swp", "products/~$batches.xlsx", ".git/config"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"\xff")
    assert read_folder(folder) == shop_files


def test_a_folder_named_like_a_file_is_no_file(folder, problems_in):
    (folder / "faq" / "more.yaml").mkdir()
    (folder / "faq" / "more.yaml" / "inside.yaml").write_text("entries: []\n")
    found = problems_in(read_folder(folder))
    assert [str(one.span) for one in found] == ["faq/more.yaml/inside.yaml:1:1"]


def test_links_that_lead_in_circles_end(folder, shop_files):
    (folder / "loop").symlink_to(folder)
    (folder / "faq" / "self.yaml").symlink_to(folder / "faq" / "self.yaml")
    assert read_folder(folder) == shop_files


def test_a_name_that_is_no_text_can_be_printed_all_the_same():
    name = os.fsdecode(b"faq/\xb1\xa3.yaml")
    assert printable(name) == "faq/??.yaml"
    assert printable("faq/保质期.yaml") == "faq/保质期.yaml"


def test_what_is_no_folder_is_refused(tmp_path):
    with pytest.raises(NotADirectoryError):
        read_folder(tmp_path / "nothing")
