"""What can go wrong outside the content, in Chinese, with what to do. Exit code 2."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import click

from dianzhi.cli import report
from dianzhi.problems import Level, SourceErrors
from dianzhi.write import errors


@contextmanager
def told(source: Path) -> Iterator[None]:
    """Turn exceptions of the library into words and an exit code: 1 content, 2 anything else."""
    try:
        yield
    except SourceErrors as found:
        report.tell(report.shown(found.problems, source))
        found_errors = any(problem.level is Level.ERROR for problem in found.problems)
        what = "错误" if found_errors else "警告"
        click.echo(f"没有完成：先改好上面的{what}。原来的文件没有动。", err=True)
        raise SystemExit(1) from None
    except NotADirectoryError as error:
        stop(f"没有文件夹 {error}；用 --source 指明内容在哪里")
    except errors.WriteError as error:
        stop(words(error))
    except OSError as error:
        stop(_system(error))


@contextmanager
def never_a_traceback() -> Iterator[None]:
    """Put what the system says outside `told` into words: output that cannot be written, Ctrl+C."""
    try:
        yield
    except BrokenPipeError:  # the reader has seen enough: click leaves quietly
        raise
    except OSError as error:
        stop(_system(error))
    except KeyboardInterrupt:
        stop("被中断了，原来的文件没有动")


def _system(error: OSError) -> str:
    reason = SYSTEM.get(error.errno or 0) or error.strerror or str(error)
    place = f"（{error.filename}）" if error.filename else ""
    return f"读写文件时出错：{reason}{place}"


SYSTEM = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘满了",
    errno.EDQUOT: "磁盘配额用完了",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "路径里有一段不是文件夹",
    errno.ENAMETOOLONG: "名字太长了",
}
"""The system's errors that editors meet; others are said in the system's own words."""


def apart(source: Path, out: Path | None) -> None:
    """Refuse an output inside the content, where it would be read as content."""
    if out and out.resolve().is_relative_to(source.resolve()):
        stop(f"{out} 在内容文件夹里，换一个 --out")


def stop(message: str) -> NoReturn:
    """Say why nothing was done and leave with exit code 2."""
    click.echo(f"没有完成：{message}", err=True)
    raise SystemExit(2) from None


def words(error: errors.WriteError) -> str:  # noqa: PLR0911  # one sentence an error
    """Return what happened and what to do about it."""
    match error:
        case errors.Busy():
            return f"另一个构建（进程 {error.holder}）正在写 {error.path.parent}，等它结束再试"
        case errors.NotOurs():
            return f"{error.path} {PLACES[error.reason]}"
        case errors.OtherVersion():
            return "其余部分是用另一版内容构建的；不带 --only 重新构建一次"
        case errors.Damaged():
            return f"{error.path} 里的文件被改过（{'、'.join(error.files[:3])}）；不带 --only 重新构建一次"
        case errors.BadPath():
            return f"输出路径不能用：{error.path}（{error.reason}）"
        case errors.SiteFailed():
            return f"MkDocs 没有成功：\n{error.tail}"
        case errors.NotPublishable():
            return f"不能发布 {error.path}：{REASONS.get(error.reason, error.reason)}"
        case errors.NotWritten():
            return f"{error.path} 写进去和读出来不一样，检查一下磁盘"
        case errors.NothingBefore():
            return f"{error.path} 没有更早的版本可以退回"
        case _:
            return str(error)


PLACES = {
    "unmarked": "里有不是店知生成的东西，换一个 --out，或者先把它移走",
    "file": "不是文件夹，换一个 --out",
    "mount": "是磁盘的根或挂载点，换成它里面的一个文件夹",
    "content": "和内容文件夹一个在另一个里面，换一个 --out",
}
"""What is wrong with an output folder, by the reason of `NotOurs`."""
REASONS = {
    "source": "里面没有构建好的公开文件（manifest.json），先运行 dianzhi build",
    "internal": "里面有内部文件，只能发布 dist/public",
    "overlap": "来源和目的地一个在另一个里面",
    "dist": "目的地是构建用的文件夹，换一个地方",
    "foreign": "目的地已有同名的其他文件",
    "ledger": "目的地的发布记录读不出来",
}
