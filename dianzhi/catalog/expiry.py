"""The last day of a batch.

A printed date always wins. Otherwise months are counted as in article 202 of the Civil Code of the
People's Republic of China: the corresponding day of the last month, or its last day when there is
none. Cases: `spec/vectors/expiry.json`; told to editors in docs/reference/dates.md.
"""

from calendar import monthrange
from datetime import date, timedelta

from dianzhi.model.product import ExpiryRule, Product

MONTHS_PER_YEAR = 12


def add_months(day: date, months: int) -> date:
    """Return the corresponding day `months` later, or that month's last day."""
    index = day.year * MONTHS_PER_YEAR + day.month - 1 + months
    year, month = index // MONTHS_PER_YEAR, index % MONTHS_PER_YEAR + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def last_day(produced: date, product: Product) -> date | None:
    """Return the last day of shelf life by the product's rule; None when it states no length."""
    if product.shelf_life_days is not None:
        return produced + timedelta(days=product.shelf_life_days)
    if product.shelf_life_months is None:
        return None
    if product.expiry_rule is ExpiryRule.DAYS:
        return produced + timedelta(days=30 * product.shelf_life_months)
    corresponding = add_months(produced, product.shelf_life_months)
    early = product.expiry_rule is ExpiryRule.CIVIL_MINUS_ONE
    return corresponding - timedelta(days=1) if early else corresponding
