"""`dianzhi check`: words, forms and exit codes."""

import json

import pytest
from click.testing import CliRunner

from dianzhi.cli import main
from dianzhi.problems import Problem, Span

TYPO = ("faq/shelf-life.yaml", "    category: returns", "    categroy: returns")
OVERDUE = ("scripts/presales.yaml", "review_by: 2027-01-31", "review_by: 2026-11-21")
TWICE = ("faq/shelf-life.yaml", "- id: no-reason", "- id: how-long")
SAID = """\
faq_src/faq/shelf-life.yaml:30:5: 错误[unknown-key] 不认识的键 categroy
  建议：是不是想写 category？
"""


@pytest.fixture
def check(tmp_path, monkeypatch, shop_files, broken_shop):
    """Return a function that breaks the shop, lays it out and runs the command in its folder."""

    def run(*options, broken=()):
        changed = {path: broken_shop(path, old, new)[path] for path, old, new in broken}
        for path, content in (shop_files | changed).items():
            target = tmp_path / "faq_src" / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        monkeypatch.chdir(tmp_path)
        return CliRunner().invoke(main, ["check", "--date", "2026-11-22", *options])

    return run


def test_a_clean_shop(check):
    result = check()
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "检查完成：0 个错误，0 个警告\n"


def test_an_error(check):
    result = check(broken=[TYPO])
    assert (result.exit_code, result.stdout) == (1, SAID)
    assert result.stderr == "检查完成：1 个错误，0 个警告\n"


def test_a_warning_fails_only_when_strict(check):
    assert check(broken=[OVERDUE]).exit_code == 0
    assert check("--strict", broken=[OVERDUE]).exit_code == 1
    assert check("--strict").exit_code == 0


def test_errors_and_warnings_come_in_the_order_of_files(check):
    result = check(broken=[OVERDUE, TYPO])
    assert [line.split(": ")[0] for line in result.stdout.splitlines()[::2]] == [
        "faq_src/faq/shelf-life.yaml:30:5",
        "faq_src/scripts/presales.yaml:20:16",
    ]
    assert result.stderr == "检查完成：1 个错误，1 个警告\n"


def test_a_place_inside_a_message_is_seen_from_the_same_folder(check):
    assert check(broken=[TWICE]).stdout.splitlines()[0] == (
        "faq_src/faq/shelf-life.yaml:29:9: 错误[duplicate-id] 问答编号 how-long"
        " 已在 faq_src/faq/shelf-life.yaml:2:9 使用"
    )


def test_json_for_programs(check):
    result = check("--format", "json", broken=[TYPO])
    assert json.loads(result.stdout) == [
        {
            "path": "faq_src/faq/shelf-life.yaml",
            "line": 30,
            "column": 5,
            "level": "error",
            "code": "unknown-key",
            "message": "不认识的键 categroy",
            "hint": "是不是想写 category？",
        }
    ]
    assert json.loads(check("--format", "json").stdout) == []


def test_annotations_for_github(check):
    result = check("--format", "github", broken=[TYPO])
    assert result.stdout == (
        "::error file=faq_src/faq/shelf-life.yaml,line=30,col=5,title=unknown-key"
        "::不认识的键 categroy%0A建议：是不是想写 category？\n"
    )


def test_nothing_is_written(check, tmp_path):
    check(broken=[TYPO])
    assert [path.name for path in tmp_path.iterdir()] == ["faq_src"]


@pytest.mark.parametrize(
    "options",
    [
        ("--source", "nowhere"),
        ("--date", "22.11.2026"),
        ("--date", "0001-01-01"),
        ("--format", "xml"),
    ],
    ids=["no such folder", "no such day", "a day without one before", "no such form"],
)
def test_what_could_not_run(check, options):
    assert check(*options).exit_code == 2


def test_an_unreadable_file_is_no_traceback(check, monkeypatch):
    def refuse(self):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr("pathlib.Path.read_bytes", refuse)
    result = check()
    assert result.exit_code == 2
    assert "读写文件时出错" in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("folder", "path"), [("faq_src", "faq_src/a.yaml"), (".", "a.yaml"), ("", "a.yaml")]
)
def test_places_from_outside(folder, path):
    problem = Problem(
        Span("a.yaml", 1, 1), "x", "已在 a.yaml:2:3 使用", "改", related=Span("a.yaml", 2, 3)
    )
    assert str(problem.under(folder)) == f"{path}:1:1: 错误[x] 已在 {path}:2:3 使用\n  建议：改"
