"""The scripts that travel with an export. They run alone, on Python 3.9 and later, without packages."""

from importlib.resources import files


def script(name: str) -> bytes:
    """Return the bytes of a script, by the engine's name."""
    return files(__name__).joinpath(f"{name}.py").read_bytes()
