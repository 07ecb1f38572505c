"""Wait for the Safety page and read its table."""


def settle(page, qtbot):
    """Wait until the worker is done."""
    qtbot.waitUntil(lambda: page.view.result is not None and not page._tasks._latest)


def by_row(view):
    """Return the cells of a view's table by the row's heading, keyed by the columns' heads."""
    listing = view.rows.model.listing
    return {row[0].strip(): dict(zip(listing.columns, row, strict=True)) for row in listing.rows}
