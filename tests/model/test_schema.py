"""The schemas that editors' hover texts come from, and the reference page drawn with them."""

import importlib.util
import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from dianzhi.model.files import FILE_KINDS, kind_of
from dianzhi.model.schema import schemas
from dianzhi.model.shape import keys_of
from dianzhi.starter import starter_files

ROOT = Path(__file__).parents[2]
SAMPLE = {
    path.relative_to(ROOT / "faq_src").as_posix(): path.read_text("utf-8")
    for path in sorted((ROOT / "faq_src").rglob("*.yaml"))
}
STARTER = {
    path.removeprefix("faq_src/"): content.decode()
    for path, content in starter_files().items()
    if path.startswith("faq_src/") and path.endswith(".yaml")
}
BROKEN = (
    ("an unknown key", "    category: returns", "    categroy: returns", "categroy"),
    ("a missing key", "    category: returns\n", "", "category"),
    ("a list for a text", "    category: returns", "    category: [returns]", "string"),
    ("an unknown choice", "    state: draft", "    state: maybe", "maybe"),
    ("a date with slashes", "2026-09-01", "2026/9/1", "2026/9/1"),
    ("a question too short", "question: 怎么退货", "question: 退", "退"),
    ("English alone", "question: 怎么退货", "question: {en: How do I return it?}", "is not valid"),
    ("two lines", "question: 怎么退货", "question: |\n      怎么\n      退货", "怎么"),
)
VALID = """\
entries:
  - id: how
    category: returns
    question: 怎么退货
    answer: 点退货。
    state: draft
    owner: wang
    edited_by: wang
    edited_on: 2026-09-01
    effective: 2026-09-03
    review_by: 2027-01-31
"""


class EditorLoader(yaml.CSafeLoader):
    """Plain values as editors read them (YAML 1.2): a date is a text."""


EditorLoader.yaml_implicit_resolvers = {}
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf")
)
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:int", re.compile("^-?(?:0|[1-9][0-9]*)$"), list("-0123456789")
)


def faults(path, text):
    schema = schemas()[kind_of(path).schema]
    validator = jsonschema.Draft7Validator(schema)
    document = yaml.load(text, Loader=EditorLoader)  # noqa: S506  # a safe loader, with fewer guesses
    return [error.message for error in validator.iter_errors(document)]


def contracts():
    path = Path(__file__).parent / "write_contracts.py"
    spec = importlib.util.spec_from_file_location("write_contracts", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.contracts()


@pytest.mark.parametrize(("path", "text"), contracts().items(), ids=lambda value: value[:40])
def test_the_written_file_is_fresh(path, text):
    assert (ROOT / path).read_text("utf-8") == text, "run: python tests/model/write_contracts.py"


def test_there_is_a_schema_for_every_kind_of_file_and_no_other():
    written = {path.name for path in (ROOT / "spec").glob("*.schema.json")}
    assert written == {f"{kind.schema}.schema.json" for kind in FILE_KINDS}


@pytest.mark.parametrize("schema", schemas().values(), ids=schemas())
def test_it_is_a_schema_whose_references_resolve(schema):
    jsonschema.Draft7Validator.check_schema(schema)
    wanted = set(re.findall(r"#/definitions/(\w+)", json.dumps(schema)))
    assert wanted == set(schema["definitions"])


@pytest.mark.parametrize(("path", "text"), SAMPLE.items(), ids=SAMPLE)
def test_the_sample_shop_is_valid(path, text):
    assert faults(path, text) == []


@pytest.mark.parametrize(("path", "text"), STARTER.items(), ids=STARTER)
def test_the_starter_shop_is_valid(path, text):
    assert faults(path, text) == []


def test_the_shop_that_cases_are_broken_from_is_valid(shop_files):
    for path, content in shop_files.items():
        if kind_of(path):
            assert faults(path, content.decode()) == []


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case[0])
def test_what_check_refuses_the_schema_refuses(case):
    _, old, new, said = case
    assert faults("faq/a.yaml", VALID) == []
    assert VALID.count(old) == 1
    assert said in " ".join(faults("faq/a.yaml", VALID.replace(old, new)))


def test_every_key_has_a_label_and_a_line_of_manual_in_chinese():
    def records(record, seen):
        for key in keys_of(record):
            shape = key.shape
            while shape.item:
                shape = shape.item
            assert re.search(r"[\u4e00-\u9fff]", key.label), (record, key.name)
            assert key.about
            if hasattr(shape.base, "at") and shape.base not in seen:
                seen.add(shape.base)
                records(shape.base, seen)

    for kind in FILE_KINDS:
        records(kind.record, {kind.record})
