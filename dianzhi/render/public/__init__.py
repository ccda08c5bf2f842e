"""The public files (spec/public-files.md): takes a `Public`, from which no internal text can be reached.

jsonable    values to JSON
answers     answer trees in shards
documents   entries as search sees them
facts       products and batches
card        the shop's card and the flows
page        the plain pages
site        all of it, with hashes and manifest
"""

from dianzhi.render.public.documents import documents, is_large, parted_index, search_index
from dianzhi.render.public.site import Assets, render

__all__ = ["Assets", "documents", "is_large", "parted_index", "render", "search_index"]
