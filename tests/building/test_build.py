"""Whole builds: the same bytes everywhere, whole versions only, nothing foreign."""

import re
import threading
from html.parser import HTMLParser
from pathlib import Path

from dianzhi.write import marker

PINNED = "2026-11-22"
LOADING = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src"}


def test_another_folder_zone_and_hash_seed_give_the_same_bytes(
    sample_dist, tmp_path, dianzhi, tree
):
    settings = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4242", "LANG": "de_DE.UTF-8"}
    done = dianzhi("build", "--date", PINNED, "--out", str(tmp_path / "d"), settings=settings)
    assert done.returncode == 0, done.stderr
    assert tree(tmp_path / "d") == tree(sample_dist)


def test_the_marker_knows_every_file(sample_dist):
    standing = marker.read(sample_dist)
    assert standing is not None
    assert marker.differences(sample_dist, standing) == []


class Loads(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        if tag in LOADING and said.get("rel") not in ("canonical", "alternate"):
            self.found.append(said.get(LOADING[tag]) or "")


def test_no_page_or_style_loads_anything_from_a_foreign_host(sample_dist):
    foreign = []
    for page in sample_dist.rglob("*.html"):
        loads = Loads()
        loads.feed(page.read_text("utf-8"))
        foreign += [(page.name, one) for one in loads.found if re.match(r"(https?:)?//", one)]
    for style in sample_dist.rglob("*.css"):
        found = re.findall(r"url\(\s*['\"]?((?:https?:)?//[^)]+)|@import", style.read_text("utf-8"))
        foreign += [(style.name, one) for one in found]
    assert foreign == []


def test_public_code_names_no_host(sample_dist):
    for script in [sample_dist / "public" / "faq.js", *(sample_dist / "public").rglob("v/*/*.js")]:
        hosts = set(re.findall(r"https?://[^\s\"'`)]+", script.read_text("utf-8")))
        assert hosts <= {"http://www.w3.org/2000/svg"}, script


def test_check_says_whether_outputs_are_up_to_date(small_shop, tmp_path, dianzhi):
    words = [
        "--source",
        str(small_shop / "faq_src"),
        "--date",
        PINNED,
        "--out",
        str(tmp_path / "d"),
    ]
    assert dianzhi("build", *words, "--check").returncode == 1
    assert not (tmp_path / "d").exists()
    assert dianzhi("build", *words).returncode == 0
    assert dianzhi("build", *words, "--check").returncode == 0


def test_errors_leave_the_old_output_as_it_was(small_shop, tmp_path, dianzhi, tree):
    words = ["--source", "faq_src", "--date", PINNED]
    shop = copied(small_shop, tmp_path)
    assert dianzhi("build", *words, folder=shop).returncode == 0
    before = tree(shop / "dist")
    (shop / "faq_src" / "shop.yaml").write_text('name: "屿光\n', "utf-8")
    done = dianzhi("build", *words, folder=shop)
    assert done.returncode == 1
    assert "faq_src/shop.yaml:1:7: 错误[yaml-syntax] 引号没有配对" in done.stderr
    assert tree(shop / "dist") == before


def test_a_part_alone_is_built_only_beside_its_own_version(small_shop, tmp_path, dianzhi):
    shop = copied(small_shop, tmp_path)
    assert dianzhi("build", "--date", PINNED, folder=shop).returncode == 0
    assert dianzhi("build", "--date", PINNED, "--only", "public", folder=shop).returncode == 0
    done = dianzhi("build", "--date", "2026-11-23", "--only", "public", folder=shop)
    assert (done.returncode, "另一版" in done.stderr) == (2, True)


def test_two_builds_at_once_do_not_mix(small_shop, tmp_path, dianzhi):
    out = tmp_path / "dist"
    words = ["--source", str(small_shop / "faq_src"), "--out", str(out)]
    codes: dict[str, int] = {}

    def run(day: str) -> None:
        codes[day] = dianzhi("build", *words, "--date", day).returncode

    builds = [threading.Thread(target=run, args=(day,)) for day in ("2026-11-20", "2026-11-21")]
    for build in builds:
        build.start()
    for build in builds:
        build.join()
    assert codes == {"2026-11-20": 0, "2026-11-21": 0}
    standing = marker.read(out)
    assert standing is not None
    assert marker.differences(out, standing) == []


def copied(shop: Path, folder: Path) -> Path:
    for path in shop.rglob("*"):
        if path.is_file():
            target = folder / "shop" / path.relative_to(shop)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return folder / "shop"
