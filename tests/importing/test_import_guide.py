"""The how-to tells the truth: its example is run, its codes and column names are those in use."""

import re
from datetime import date
from pathlib import Path

from dianzhi.importing import plan as plan_module
from dianzhi.importing.headers import role_of
from dianzhi.importing.options import Options
from dianzhi.importing.plan import plan_import
from dianzhi.importing.preview import preview
from dianzhi.importing.read import read_table

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs/how-to/import.md").read_text("utf-8")


def example(language):
    (found,) = re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)
    return found


def test_the_example_gives_what_the_guide_shows(shop):
    table = read_table("常见问题.csv", example("csv").encode())
    options = Options(day=date(2026, 11, 22), create_categories=True)
    found = plan_import(table, shop, options)
    assert found.problems == found.shop_problems == ()
    assert preview(found) == example("text")
    assert found.files["faq/shipping.yaml"].decode().endswith("\n" + example("yaml"))


def test_every_code_is_in_the_guide_and_no_other():
    sources = Path(str(plan_module.__file__)).parent.glob("*.py")
    used = {
        code
        for path in sources
        for code in re.findall(r'"(import-[a-z-]+)"', path.read_text("utf-8"))
    }
    assert set(re.findall(r"^\| `(import-[a-z-]+)` \|", GUIDE, re.MULTILINE)) == used


def test_every_column_name_of_the_guide_is_known():
    section = GUIDE.split("## 列名")[1].split("## ")[0]
    rows = [row.split("|")[2] for row in section.splitlines() if row.startswith("| ")][2:]
    names = [name.strip().strip("`") for row in rows for name in re.split("[、；：]", row)]
    names = [name for name in names if name != "可以有好几列"]
    assert len(names) > 30
    assert [name for name in names if role_of(name) is None] == []
