"""The plain pages: all public answers without a script, and the tags to paste.

words        what the pages say themselves, in both languages
values       slots where no page tells which product is meant
entries      one question as it stands on the page
linked_data  the same for search engines
faq          faq.html, faq.en.html
embed        embed.html
"""

from dianzhi.render.public.page.embed import embed_page
from dianzhi.render.public.page.faq import faq_pages

__all__ = ["embed_page", "faq_pages"]
