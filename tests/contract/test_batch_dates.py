"""The popup tells the dates that Python computed, for every batch of the sample shop.

All look-ups go to one Node process, over the published files (DIANZHI_NODE names another Node).
"""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from dianzhi import building, pipeline
from dianzhi.catalog.expiry import last_day
from dianzhi.render.public.facts import LOOKALIKES, normal_number
from dianzhi.source.shipped import read_shipped
from tests.contract.node import replies

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 22)
FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
READ_AS = {ord(digit): letter for digit, letter in zip("01258", "OIZSB", strict=True)}

WRITINGS = {
    "as printed": str,
    "in small letters, no signs": lambda number: normal_number(number).lower(),
    "with spaces": lambda number: " ".join(normal_number(number)),
    "full-width": lambda number: number.translate(FULL_WIDTH),
    "with its label": lambda number: f"批号：{number}",
    "from a label's code": lambda number: f"(21)7(10){number}",
    "from a scanner": lambda number: f"]d221A9\u001d10{number}",
}


@pytest.fixture(scope="module")
def catalog():
    loaded = pipeline.load(Path("faq_src"), DAY)
    assert loaded.catalog is not None, loaded.problems
    return loaded


@pytest.fixture(scope="module")
def folder(catalog, tmp_path_factory):
    root = tmp_path_factory.mktemp("public")
    made = building.public_files(catalog.catalog, {}, read_shipped(ROOT), catalog.files)
    for one in made:
        path = root / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.content)
    return root


@pytest.fixture(scope="module")
def batches(catalog):
    return catalog.catalog.public.batches


def looked_up(folder, asked):
    lines = [{"folder": str(folder), "today": DAY.isoformat()}]
    lines += [{"text": text, "sku": sku} for text, sku in asked]
    return replies("batch/look-up.js", lines)


def test_a_link_finds_the_batch_and_asks_where_two_products_share_it(folder, batches):
    """Its product, 02000000000206, is none that this shop lists."""
    asked = [(f"https://id.example/01/02000000000206/10/{one.number}", None) for one in batches]
    numbers = Counter(normal_number(one.number) for one in batches)
    for one, outcome in zip(batches, looked_up(folder, asked), strict=True):
        shared = numbers[normal_number(one.number)] > 1
        assert outcome["kind"] == ("which" if shared else "dates")
        assert shared or outcome["dates"]["expires"] == written(one.expires)


def written(day):
    return None if day is None else day.isoformat()


@pytest.mark.parametrize("writing", WRITINGS)
def test_every_batch_is_found_with_its_dates(folder, batches, writing):
    asked = [(WRITINGS[writing](one.number), one.product) for one in batches]
    for one, outcome in zip(batches, looked_up(folder, asked), strict=True):
        assert outcome["kind"] == "dates", (one, outcome)
        told = outcome["dates"]
        assert told["product"]["id"] == one.product
        assert (told["number"], told["produced"]) == (one.number, written(one.produced))
        assert (told["expires"], told["basis"]) == (written(one.expires), one.basis)


def test_every_production_date_gives_the_computed_last_day(folder, catalog):
    content = catalog.catalog.content
    products = {one.id: one for one in content.products}
    asked = [(f"生产日期 {one.produced}", one.product) for one in content.batches]
    for one, outcome in zip(content.batches, looked_up(folder, asked), strict=True):
        told = outcome["dates"]
        assert told["basis"] == "computed"
        assert told["expires"] == written(last_day(one.produced, products[one.product]))


def test_every_number_misread_in_all_its_digits_is_offered(folder, batches):
    misread = [normal_number(one.number).translate(READ_AS) for one in batches]
    known = {normal_number(one.number) for one in batches}
    assert not known.intersection(misread)
    outcomes = looked_up(
        folder, [(number, one.product) for number, one in zip(misread, batches, strict=True)]
    )
    for one, number, outcome in zip(batches, misread, outcomes, strict=True):
        assert outcome["kind"] == "nothing", number
        alike = {normal_number(offered) for offered in outcome["similar"]}
        assert normal_number(one.number) in alike
        assert {offered.translate(LOOKALIKES) for offered in alike} == {
            number.translate(LOOKALIKES)
        }
