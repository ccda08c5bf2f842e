"""What can be wrong with index bytes."""


class IndexFormatError(ValueError):
    """The bytes are no index that this reader knows: other version, cut short, or damaged."""
