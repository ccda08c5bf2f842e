"""What can be wrong with index bytes."""


class IndexFormatError(ValueError):
    """The bytes are no index that this reader knows: other version, cut short, or damaged."""


class QueryError(Exception):
    """A query of the archive that cannot be understood."""
