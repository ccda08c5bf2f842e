"""embed.html: the tags to paste, with the address and the integrity of this very build."""

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha384
from typing import Final
from urllib.parse import urlsplit

from markupsafe import escape

from dianzhi.artifact import Artifact
from dianzhi.catalog.public import Public
from dianzhi.render.public.page.environment import environment
from dianzhi.render.public.page.words import ZH

UNKNOWN: Final = "https://你的域名/faq/"
"""Stands for the address where the shop has not said it (`public_url` in shop.yaml)."""


@dataclass(frozen=True, slots=True)
class Tags:
    """What an engineer pastes into a page."""

    base: str
    """Where the public files stand, with the final slash."""
    sku: str
    pinned_path: str
    pinned: bytes

    @property
    def origin(self) -> str:
        """Return scheme and host, as a policy names them."""
        parts = urlsplit(self.base)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def followed(self) -> str:
        """Return the tag whose code follows every publication."""
        return self._tag(f'src="{escape(self.base)}faq.js"')

    @property
    def fixed(self) -> str:
        """Return the tag whose code never changes."""
        src = f'src="{escape(self.base + self.pinned_path)}"'
        return self._tag(f'{src}\n  integrity="{integrity(self.pinned)}" crossorigin="anonymous"')

    def _tag(self, attributes: str) -> str:
        link = f'<a href="{escape(self.base)}{ZH.file}">常见问题</a>'
        script = f'<script async {attributes} data-sku="{self.sku}"></script>'
        return f"<dianzhi-faq>{link}</dianzhi-faq>\n{script}"


def integrity(content: bytes) -> str:
    """Return the value of an `integrity` attribute: SHA-384 in base64."""
    return f"sha384-{b64encode(sha384(content).digest()).decode()}"


def embed_page(
    public: Public, files: Mapping[str, bytes], pinned: Artifact, style: str
) -> Artifact:
    """Return the page; `pinned` is the loader that imports nothing but code of known bytes."""
    sku = public.products[0].id if public.products else ""
    tags = Tags(public.shop.address or UNKNOWN, sku, pinned.path, pinned.content)
    template = environment(files).get_template("embed.html")
    text = template.render(tags=tags, known=public.shop.address is not None, style=style)
    return Artifact("embed.html", text.encode())
