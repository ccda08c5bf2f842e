"""What the search index is made of."""

from dataclasses import dataclass

PRIORITY_LAST = 9


@dataclass(frozen=True, slots=True)
class SearchDoc:
    """One entry as search sees it: all texts plain, in the author's words.

    Raises:
        ValueError: `id` or `question` is empty, or `priority` or `shard` is out of range.
    """

    id: str
    """Unique in an index; returned with a hit."""
    question: str
    """Shown with a hit, runs of white space as one space."""
    question_en: str = ""
    similar: tuple[str, ...] = ()
    """Other wordings; searched like the question, never shown."""
    similar_en: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    """The entry's `not` words: a query that contains one never finds the entry."""
    answer: str = ""
    """Searched at a lower weight; only its words travel, without order."""
    category: str = ""
    products: tuple[str, ...] = ()
    """Ids of the products it holds for; empty = all."""
    platforms: tuple[str, ...] = ()
    """Platforms it holds for; empty = all."""
    priority: int = 0
    """0 (usual) to 9: each step lifts the score by 1/64, so it decides between near equals."""
    shard: int = 0
    """Number of the answer file that holds it, from 0."""
    url: str = ""
    """Address of its page, for the knowledge base; empty in the popup's index."""

    def __post_init__(self) -> None:
        if not self.id.strip() or not self.question.strip():
            raise ValueError(f"id and question must not be empty, got {self.id!r}")
        if not 0 <= self.priority <= PRIORITY_LAST:
            raise ValueError(f"priority of {self.id} must be 0 to 9, got {self.priority}")
        if self.shard < 0:
            raise ValueError(f"shard of {self.id} must not be negative, got {self.shard}")
