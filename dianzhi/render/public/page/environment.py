"""Jinja2 for the plain pages: everything is escaped, a name that does not exist is an error."""

from collections.abc import Mapping

from jinja2 import DictLoader, Environment, StrictUndefined


def environment(files: Mapping[str, bytes]) -> Environment:
    """Return the environment over the templates among `files`; content is never template text."""
    templates = {name: one.decode() for name, one in files.items() if name.endswith(".html")}
    return Environment(
        loader=DictLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
