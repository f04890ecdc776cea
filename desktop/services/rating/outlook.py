"""The outlook of all customers of a file: P(alive), purchases to expect, CLV. Computed when asked; nothing is kept."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date

from sqlalchemy.orm import Session

from db.queries.purchases import PAGE, buyers, page_end
from db.store import Store
from desktop.progress import Progress
from desktop.rules.value.forecast import HORIZON_WEEKS, YEARLY_DISCOUNT, Forecast, Seen, forecast, seen_by


def outlook(
    source: Store | Session,
    as_of: date,
    progress: Progress,
    *,
    horizon_weeks: float = HORIZON_WEEKS,
    discount: float = YEARLY_DISCOUNT,
    anyway: bool = False,
) -> Forecast:
    """What is ahead of every customer, from what was bought up to `as_of`; `discount` a year.

    Of a Store it reads page by page, so that nobody who saves meanwhile waits: each customer is then seen whole, but
    not all at the same moment. `anyway` fits whatever can be fitted, although the file has too few who came back.
    Raises Cancelled.
    """
    seen = _read(source, as_of, progress)
    progress.step("forecasting")
    return forecast(seen, weeks=horizon_weeks, discount=discount, anyway=anyway, look=progress.look)


def _read(source: Store | Session, until: date, progress: Progress) -> dict[int, Seen]:
    progress.step("reading")
    seen: dict[int, Seen] = {}
    after: int | None = 0
    while after is not None:
        progress.look()
        with source.read() if isinstance(source, Store) else nullcontext(source) as session:
            last = page_end(session, after, PAGE)
            page = [] if last is None else buyers(session, until, after, last)
        seen |= {one.customer_id: seen_by(one.first, one.last, one.days, one.repeat_spend, until) for one in page}
        after = last
    return seen
