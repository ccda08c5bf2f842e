"""A shop to import into: the starter shop, with one file in many hands' styles."""

import csv
import io
from datetime import date

import pytest

from dianzhi.importing.options import Options
from dianzhi.importing.plan import plan_import
from dianzhi.importing.read import read_table
from dianzhi.starter import starter_files

DAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def shop():
    files = starter_files().items()
    return {
        path.removeprefix("faq_src/"): content
        for path, content in files
        if path.startswith("faq_src/")
    }


@pytest.fixture(scope="session")
def sheet():
    """Make a CSV of rows under the usual header."""

    def make(*rows, header=("编号", "标准问题", "相似问法", "答案", "分类")):
        text = io.StringIO(newline="")
        csv.writer(text).writerows([header, *rows])
        return text.getvalue().encode()

    return make


@pytest.fixture(scope="session")
def plan(shop, sheet):
    """Import rows into a shop (the starter unless `files` says otherwise)."""

    def run(*rows, files=None, day=DAY, **options):
        table = read_table("表.csv", sheet(*rows))
        return plan_import(table, files or shop, Options(day=day, **options))

    return run
