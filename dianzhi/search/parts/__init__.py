"""A large shop's index in parts by topic, with a head that tells the parts apart.

words      what an entry asks about, whatever product it is asked of
vectors    entries as weighted terms
clusters   vectors that ask the same
dividing   entries into parts
heading    the head: of each topic one entry that speaks for it
making     all of it as bytes
index      the reference reader
"""

from dianzhi.search.parts.index import PartedIndex
from dianzhi.search.parts.making import Parted, build_part, parted
from dianzhi.search.parts.vectors import Each
from dianzhi.search.parts.words import ShopWords

__all__ = ["Each", "Parted", "PartedIndex", "ShopWords", "build_part", "parted"]
