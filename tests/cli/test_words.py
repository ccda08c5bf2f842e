"""Everything that the command line says by itself is Chinese: help and every kind of misuse."""

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from dianzhi.cli import main, values
from dianzhi.cli.columns import columns
from dianzhi.cli.command import Command, Option

COMMANDS = sorted(main.commands.items())
NAMES = [name for name, _ in COMMANDS]
KINDS = (
    *(values.Day, values.Whole, values.Share, values.OneOf, values.Folder, values.File),
    *(type(click.STRING), type(click.BOOL)),  # refuse nothing that can be typed
)
WRITTEN = re.compile(r"--?[\w-]+|[\w./:-]*[./:_*|<=@][\w./:|<=-]+|\{.*?\}|\[.*?\]|“.*?”", re.ASCII)
"""What stands as it is typed: options, paths, patterns, choices."""
NOT_ENGLISH = {
    *NAMES,
    *("dianzhi", "YAML", "FAQ", "AND", "OR", "NOT", "JSON", "Markdown", "hit", "public", "dist"),
    *("faq_src", "checks", "meilisearch", "opensearch", "text", "json", "github", "kb", "day"),
}
"""Names of commands, things and forms: no word of a sentence."""


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    (tmp_path / "a-file").write_text("", "utf-8")
    (tmp_path / "a-folder").mkdir()
    (tmp_path / "closed").mkdir()
    monkeypatch.chdir(tmp_path)


def run(*words):
    done = CliRunner().invoke(main, words, prog_name="dianzhi")
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done


def english(text, *typed):
    said = set(re.findall(r"[A-Za-z]+", WRITTEN.sub(" ", text)))
    return sorted(said - NOT_ENGLISH - {part for word in typed for part in word.split("-")})


def refused(*words):
    done = run(*words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert english(done.stderr, *words) == []
    usage, hint, empty, reason = done.stderr.splitlines()
    assert usage.startswith("用法：dianzhi")
    assert hint.startswith("看说明：dianzhi")
    assert hint.endswith(" --help")
    assert empty == ""
    return reason.removeprefix("没有完成：")


def test_english_would_be_found():
    assert english("Error: Missing argument 'DEST'.") == ["DEST", "Error", "Missing", "argument"]
    assert english("没有 --sorce 这个选项，写 faq_src/shop.yaml 或 [public|kb]") == []


@pytest.mark.parametrize("name", ["", *NAMES])
def test_help(name):
    done = run(*name.split(), "--help")
    assert (done.exit_code, done.stderr) == (0, "")
    assert english(done.stdout) == []
    assert done.stdout.startswith(f"用法：dianzhi {name}".rstrip())
    assert "  显示这段说明。\n" in done.stdout


def test_without_a_command_the_help_is_shown():
    assert run().stderr == run("--help").stdout


def test_columns_of_a_help_text_are_straight():
    meanings = run("build", "--help").stdout.split("选项：\n")[1].splitlines()
    gaps = [re.match(r"  \S+( \S+)?  +", line) for line in meanings]
    assert {columns(gap[0]) for gap in gaps} == {22}


def test_a_default_a_range_and_a_duty_are_shown():
    assert "输出到哪里。（默认 dist）\n" in run("build", "--help").stdout
    assert "最多几条。（默认 10，1 到 100 的整数）\n" in run("search", "--help").stdout
    assert "至少问过几次才看。（默认 2，1 或更大的整数）\n" in run("learn", "--help").stdout
    assert "hit@1 低于它就算没通过。（0 到 1 的小数）\n" in run("eval", "--help").stdout
    assert "放到哪个文件夹。（必填）\n" in run("export", "--help").stdout


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=NAMES)
def test_every_command_is_declared_so(name, command):
    assert isinstance(command, Command), "dianzhi.cli.command.command"
    for param in command.params:
        assert isinstance(param, (Option, click.Argument)), "dianzhi.cli.command.option"
        assert isinstance(param.type, KINDS), f"{name} {param.name}: a kind of dianzhi.cli.values"


def test_no_such_command():
    assert refused("bild") == "没有 bild 这个命令，是不是想写 build？"
    assert refused("shipping") == "没有 shipping 这个命令"
    assert refused("--") == "后面要写一个命令"
    assert refused("--versin") == "没有 --versin 这个选项，是不是想写 --version？"


@pytest.mark.parametrize("name", NAMES)
def test_no_such_option(name):
    assert refused(name, "--hepl").startswith("没有 --hepl 这个选项，是不是想写 --help")
    assert refused(name, "--zzzz") == "没有 --zzzz 这个选项"
    assert refused(name, "-z") == "没有 -z 这个选项"
    assert refused(name, "--help=1") == "选项 --help 后面不写值"


NEEDED = [
    ("init", "缺少参数“文件夹”"),
    ("import", "缺少参数“文件”"),
    ("learn", "缺少参数“记录”"),
    ("publish", "缺少参数“目的地”"),
    ("search", "缺少参数“词”"),
    ("export", "缺少参数“{meilisearch|opensearch}”，只能是 meilisearch、opensearch"),
    ("export meilisearch", "缺少选项 --out"),
]


@pytest.mark.parametrize(("line", "says"), NEEDED, ids=[line for line, _ in NEEDED])
def test_something_is_missing(line, says):
    assert refused(*line.split()) == says


def test_the_cases_of_what_is_missing_are_all():
    needed = [
        (name, param.name) for name, one in COMMANDS for param in one.params if param.required
    ]
    assert len(needed) == len(NEEDED)


@pytest.mark.parametrize("name", [n for n in NAMES if n not in {"eval", "learn", "search"}])
def test_too_much_is_written(name):
    needed = {"export": ["meilisearch", "--out", "x"]}
    counted = sum(isinstance(param, click.Argument) for param in main.commands[name].params)
    given = needed.get(name, ["a-new-one"] * counted)
    assert refused(name, *given, "p", "q") == "多写了 p q"


WRONG = {
    values.Day: [
        ("22.11.2026", "22.11.2026 不是日期，写成 2026-11-22 这样"),
        ("0001-01-01", "0001-01-01 不在 2000 年到 2999 年之间"),
    ],
    values.Whole: [("-1", "-1 不行，写 "), ("p", "p 不行，写 ")],
    values.Share: [
        ("1.5", "1.5 不行，写 0 到 1 的小数"),
        ("nan", "nan 不行，写 0 到 1 的小数"),
        ("p", "p 不行，写 0 到 1 的小数"),
    ],
    values.OneOf: [("p", "p 不行，只能是 ")],
    values.Folder: [("a-file", "a-file 不是文件夹"), ("closed", "closed 不能读，没有权限")],
    values.File: [("a-folder", "a-folder 不是文件")],
}
OPTIONS = [
    (name, param)
    for name, command in COMMANDS
    for param in command.params
    if isinstance(param, Option) and not param.is_flag
]


@pytest.mark.parametrize(
    ("name", "param"), OPTIONS, ids=[f"{name} {param.opts[0]}" for name, param in OPTIONS]
)
def test_every_option_with_a_value(name, param, monkeypatch):
    monkeypatch.setattr("os.access", lambda path, _: Path(path).name != "closed")
    option = param.opts[0]
    assert refused(name, option) == f"选项 {option} 后面要写一个值"
    assert refused(name, option, "") == f"选项 {option}：是空的，后面要写一个值"
    for wrong, says in WRONG.get(type(param.type), ()):
        assert refused(name, option, wrong).startswith(f"选项 {option}：{says}")


@pytest.mark.parametrize(
    ("name", "flag"),
    [(n, p.opts[0]) for n, command in COMMANDS for p in command.params if getattr(p, "is_flag", 0)],
)
def test_every_option_without_a_value(name, flag):
    assert refused(name, f"{flag}=p") == f"选项 {flag} 后面不写值"


@pytest.mark.parametrize("name", ["init", "publish", "import", "eval", "learn"])
def test_an_empty_path_is_not_the_folder_one_is_in(name):
    assert refused(name, "").endswith("：是空的，要写一个路径")


def test_an_empty_word_is_seen():
    assert refused("") == "没有 “” 这个命令"
    assert refused("check", "", "p") == "多写了 “” p"


ARGUMENTS = [
    ("init a-file", "参数“文件夹”：a-file 不是文件夹"),
    ("publish a-file", "参数“目的地”：a-file 不是文件夹"),
    ("import a-folder", "参数“文件”：a-folder 不是文件"),
    ("eval a-folder", "参数“文件”：a-folder 不是文件"),
    ("learn a-file a-folder", "参数“记录”：a-folder 不是文件"),
    (
        "export solr --out x",
        "参数“{meilisearch|opensearch}”：solr 不行，只能是 meilisearch、opensearch",
    ),
]


@pytest.mark.parametrize(("line", "says"), ARGUMENTS, ids=[line for line, _ in ARGUMENTS])
def test_an_argument_that_cannot_be(line, says):
    assert refused(*line.split()) == says


RANGES = [
    ("search", "--limit", "0", "0 不行，写 1 到 100 的整数"),
    ("learn", "--min", "0", "0 不行，写 1 或更大的整数"),
]


@pytest.mark.parametrize(("name", "option", "value", "says"), RANGES)
def test_what_a_range_is(name, option, value, says):
    assert refused(name, option, value) == f"选项 {option}：{says}"


def test_ctrl_c_before_a_command_runs(monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(Command, "parse_args", interrupt)
    done = run("build")
    assert (done.exit_code, done.stderr) == (2, "没有完成：被中断了，原来的文件没有动\n")
