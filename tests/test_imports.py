"""The order of the layers, and who may touch the disk, the clock and the screen."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "dianzhi"
LAYERS = (
    ("dianzhi", "problems", "artifact", "dates"),
    ("text",),
    ("model",),
    ("source",),
    ("catalog",),
    ("search",),
    ("lint", "changes"),
    ("render",),
    ("write",),
    ("importing",),
    ("learning",),
    ("pipeline", "processes"),
    ("building", "archiving", "searching", "exporting", "starter", "evaluation"),
    ("cli",),
    ("__main__",),
)
"""A module imports from its own row (below: renderers do not) and from rows above it."""
ONLY_FROM = {"write": {"write", "artifact", "dianzhi"}}
"""Parts that know even less than their row allows."""
TOUCHES = {
    "the disk": {
        "open", "*.open", "*.read_bytes", "*.read_text", "*.write_bytes", "*.write_text",
        "*.iterdir", "*.rglob", "*.glob", "*.mkdir", "*.unlink", "*.rename", "*.scandir",
    },
    "the clock": {"datetime.now", "datetime.today", "date.today", "time.time", "time.monotonic"},
    "the environment": {"os.environ", "os.getenv", "os.getcwd", "Path.cwd", "Path.home"},
    "chance": {"hash", "random.*", "secrets.*", "uuid.*", "os.urandom"},
    "the screen": {"print", "*.echo", "*.secho", "sys.stdout", "sys.stderr"},
}  # fmt: skip
"""What a module may touch only by permission, by the names that reach it."""
ALLOWED = {
    "source/": {"the disk"},  # reads content and what comes with the tool
    "text/tables/": {"the disk"},  # reads the tables that the package carries
    "starter/": {"the disk"},  # reads the starter shop that the package carries
    "write/": {"the disk"},  # writes outputs
    "write/lock.py": {"the clock"},  # waits a while for another build to end
    "write/site.py": {"the environment"},  # hands MkDocs the few variables it needs
    "render/engines/scripts/": {"the disk"},  # reads the scripts that travel with an export
    "render/engines/scripts/meilisearch.py": {  # runs alone, where the engine is
        "the disk",
        "the clock",
        "the environment",
        "the screen",
    },
    "render/engines/scripts/opensearch.py": {"the disk", "the environment", "the screen"},
    "archiving.py": {"the disk"},  # keeps the archive's index in a cache folder
    "building.py": {"the disk"},  # adds up the sizes of what was written
    "cli/": {"the disk", "the clock", "the screen"},  # where people are
    "cli/progress.py": {"the environment"},  # TERM: whether a line can be rewritten
}
SLOW = ("jieba", "pypinyin", "whoosh", "mkdocs", "openpyxl", "ruamel")


def modules():
    return {
        ".".join(("dianzhi", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(
            ".__init__"
        ): path
        for path in sorted(PACKAGE.rglob("*.py"))
        if "shipped" not in path.parts
    }


MODULES = modules()
TREES = {name: ast.parse(path.read_text("utf-8")) for name, path in MODULES.items()}


def part_of(module):
    return module.split(".")[1] if "." in module else module


def level(module):
    part = part_of(module)
    found = [number for number, layer in enumerate(LAYERS) if part in layer]
    assert found, f"dianzhi.{part} has no layer: give it one in LAYERS"
    return found[0]


def imports(module):
    """Yield the modules of this package that a module imports, at its top or anywhere in it."""
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("dianzhi"))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("dianzhi"):
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in MODULES else node.module


@pytest.mark.parametrize("module", MODULES)
def test_imports_go_one_way(module):
    for imported in imports(module):
        assert level(imported) <= level(module), f"{module} imports {imported}"


@pytest.mark.parametrize("module", [name for name in MODULES if part_of(name) in ONLY_FROM])
def test_the_writer_knows_artifacts_and_nothing_else(module):
    assert {part_of(imported) for imported in imports(module)} <= ONLY_FROM[part_of(module)]
    others = {
        name.split(".")[0]
        for node in ast.walk(TREES[module])
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert others - {"dianzhi"} <= set(sys.stdlib_module_names)


@pytest.mark.parametrize("module", [name for name in MODULES if part_of(name) == "render"])
def test_renderers_do_not_know_each_other(module):
    own = module.split(".")[2:3]
    others = {tuple(one.split(".")[2:3]) for one in imports(module) if part_of(one) == "render"}
    assert others <= {tuple(own), ()}, f"{module} imports another renderer"


def test_there_are_no_circles():
    edges = {name: {one for one in imports(name) if one != name} for name in MODULES}
    waiting = dict(edges)
    while waiting:
        free = [name for name, wanted in waiting.items() if not wanted & waiting.keys()]
        assert free, f"these import each other: {sorted(waiting)}"
        for name in free:
            del waiting[name]


def touched(module):
    """Yield what a module touches and the line, by names and dotted names."""
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Attribute):
            owner = node.value.id if isinstance(node.value, ast.Name) else "…"
            names = {f"{owner}.{node.attr}", f"*.{node.attr}", f"{owner}.*"}
        elif isinstance(node, ast.Name):
            names = {node.id}
        else:
            continue
        yield from ((what, node.lineno) for what, known in TOUCHES.items() if names & known)


def allowed_to(module):
    path = MODULES[module].relative_to(PACKAGE).as_posix()
    return set().union(*(what for start, what in ALLOWED.items() if path.startswith(start)))


@pytest.mark.parametrize("module", MODULES)
def test_only_the_edges_touch_the_world(module):
    found = {(what, line) for what, line in touched(module) if what not in allowed_to(module)}
    assert not found, f"{MODULES[module]} touches {found}"


@pytest.mark.parametrize("start", ALLOWED)
def test_every_permission_is_used(start):
    inside = [
        module
        for module, path in MODULES.items()
        if path.relative_to(PACKAGE).as_posix().startswith(start)
    ]
    assert ALLOWED[start] <= {what for module in inside for what, _ in touched(module)}


ALONE = """
import sys
for name in sys.argv[1:]:
    try:
        __import__(name)
    except Exception as error:
        print(name, repr(error))
    part = ".".join(name.split(".")[:2])
    for loaded in list(sys.modules):
        if part != "dianzhi" and loaded.startswith(part):
            del sys.modules[loaded]
"""


def test_every_module_imports_alone():
    """In one interpreter, from the lowest layer up, its own part forgotten before each."""
    runs = {"dianzhi.__main__"}
    names = sorted(MODULES.keys() - runs, key=lambda name: (level(name), name))
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", ALONE, *names],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    assert run.stdout == ""


def test_the_command_starts_without_the_slow_libraries():
    code = "import sys, dianzhi.cli; print(*sorted({name.split('.')[0] for name in sys.modules}))"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert set(run.stdout.split()).isdisjoint(SLOW)
