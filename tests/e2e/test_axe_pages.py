"""axe-core finds nothing to object to on the pages that are built, light and dark, at both sizes."""

import pytest

PAGES = [
    "public/demo/index.html",
    "public/demo/theme.html",
    "public/embed.html",
    "public/faq.html",
    "public/faq.en.html",
    "kb/index.html",
    "kb/faq/unopened-shelf-life.html",
    "kb/scripts.html",
    "kb/flows/urge-shipping.html",
]


@pytest.fixture(scope="module")
def public_site(whole_site):
    """Stands for the fixture site of the other browser tests."""
    return whole_site


@pytest.mark.parametrize("path", PAGES)
def test_axe_objects_to_nothing(make_visit, axe, size, path):
    visit = make_visit(size)
    visit.page.goto(visit.site + path)
    visit.page.wait_for_load_state("networkidle")
    assert axe(visit.page) == []
