"""The window's words: `tr` in the language chosen on this machine."""

from __future__ import annotations

from desktop.words import Catalogue

# The language of a window is one per process, as Qt's own translators are: every widget asks for its words when it is
# built, and a change of language builds the screens anew.
_current = Catalogue("en", {})


def install(catalogue: Catalogue) -> None:
    """Make `catalogue` the language of all widgets built from now on."""
    global _current  # noqa: PLW0603
    _current = catalogue


def current() -> Catalogue:
    """The catalogue in use."""
    return _current


def tr(source: str, /, **facts: object) -> str:
    """`source` in the window's language, `{names}` filled from `facts`. Only literals: the extractor reads them."""
    return _current.text(source, **facts)
