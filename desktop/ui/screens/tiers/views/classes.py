"""The classes of a scheme as boards, charts and lists show them: in their order, with their colours and words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from desktop.rules.rating.levers import class_codes, rank_in
from desktop.rules.rating.outcome import NEVER_BOUGHT
from desktop.rules.rating.scheme import Scheme
from desktop.rules.tiers import RANKS
from desktop.ui.kit.charts.dyes import Dye, tier
from desktop.ui.screens.tiers.metric_words import class_ink, class_meaning, class_words
from desktop.ui.words import tr

_MEETING = re.compile("(?<=[\u4e00-\u9fff])(?=[A-Za-z0-9])")
SHORT = 3  # signs: of a longer class the name is spoken
NONE = ""  # the code of those who are in no class


@dataclass(frozen=True, slots=True)
class Classes:
    """The classes of one scheme. Codes it does not have (any more) are shown as they are, after all others."""

    scheme: Scheme

    def order(self, codes: Iterable[str]) -> tuple[str, ...]:
        """All classes from the best, then codes among these that the scheme does not have."""
        own = class_codes(self.scheme)
        return (*own, *sorted({one for one in codes if one not in own and one not in (NONE, NEVER_BOUGHT)}))

    def sign(self, code: str) -> str:
        """What stands in a pill: "A", "Gold member"."""
        return tr("No class") if code == NONE else class_words(self.scheme, code)

    def name(self, code: str) -> str:
        """What the sign means: "Key customers"; "" where the sign says it all."""
        meant, sign = class_meaning(self.scheme, code), class_words(self.scheme, code)
        return "" if code == NONE or meant == sign else meant.removeprefix(f"{sign} · ")

    def spoken(self, code: str) -> str:
        """Its customers in a sentence: "A customers"."""
        if code == NONE:
            return tr("customers without a class")
        sign = self.sign(code)
        if len(sign) > SHORT:
            return tr("customers of class “{tier}”", tier=sign)
        return tr("{tier} customers", tier=sign)

    def ink(self, code: str) -> str | int:
        """The ink of its pill."""
        ink = class_ink(self.scheme, code or None)
        return ink if isinstance(ink, str) or code else "grey"

    def dye(self, code: str) -> Dye:
        """Its colour in a chart; those in no class have the palest."""
        rank = RANKS - 1 if code in (NONE, NEVER_BOUGHT) else rank_in(self.scheme, code)
        return tier(min(rank, RANKS - 1))


def summed(ids: Iterable[int], amounts: Mapping[int, Decimal]) -> Decimal:
    """What these customers come to together."""
    return sum((amounts[one] for one in ids if one in amounts), Decimal(0))


def percent(share: Fraction | float) -> str:
    """A share of 1: 68.3%."""
    return f"{float(share):.1%}"


def joined(sentences: Iterable[str]) -> str:
    """Sentences one after the other; Chinese ones stand without a space, but with one before a Latin sign or figure."""
    whole = " ".join(filter(None, sentences)).replace("。 ", "。")
    return _MEETING.sub(" ", whole)


def beginning(sentence: str) -> str:
    """With a capital letter, where the language has some."""
    return sentence[:1].upper() + sentence[1:]


def amount(value: Decimal | float) -> str:
    """Money without fen: ￥12,300, -￥500."""
    return f"{'-' if round(value) < 0 else ''}￥{abs(value):,.0f}"
