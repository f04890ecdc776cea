"""Rate measured customers by a scheme, whatever its method."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from desktop.rules.rating.measured import Measured
from desktop.rules.rating.outcome import Proposal
from desktop.rules.rating.rfm import METRICS, by_rfm
from desktop.rules.rating.scheme import Method, Scheme
from desktop.rules.rating.score import amount_window, by_grid, by_score
from desktop.rules.rating.shares import by_shares

WAYS: Mapping[Method, Callable[[Scheme, Measured], Proposal]] = {
    Method.SHARES: by_shares,
    Method.RFM: by_rfm,
    Method.SCORE: by_score,
    Method.GRID: by_grid,
}


def asked_for(scheme: Scheme) -> frozenset[tuple[str, int]]:
    """The (metric, window) pairs a scheme must be given, the purchases for its sums among them."""
    window = amount_window(scheme)
    own = {(one.metric, one.window) for one in scheme.criteria}
    if scheme.method is Method.RFM:
        own = {(metric, window) for metric in METRICS.values()}
    return frozenset(own | {("purchases", window)})


def rate(scheme: Scheme, measured: Measured) -> Proposal:
    """What the scheme says of these customers."""
    return WAYS[scheme.method](scheme, measured)
