"""店知: one folder of reviewed content into everything that answers a shopper."""

__version__ = "0.1.0"
