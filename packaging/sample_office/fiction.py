"""Names, numbers and addresses that belong to nobody: invented words, number blocks given to no one."""

from __future__ import annotations

from dataclasses import dataclass

from sample_office.banks import bank, listed, weights
from sample_office.dice import Deck, Dice

CODE_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # of the unified credit code: no I O S V Z
_BODY_SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SEVEN_FIGURES = {"0572", "0563"}  # exchanges with numbers of seven figures
_BODY_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)  # GB 11714: the check sign of the organisation's own nine


@dataclass(frozen=True, slots=True)
class Place:
    """A real county or district, with what addresses and numbers there begin with."""

    province: str
    city: str
    district: str
    code: str  # of the division
    area: str  # dialling code
    post: str  # first four figures of the postcode
    weight: int

    @property
    def town(self) -> str:
        """杭州 of 杭州市."""
        return self.city.removesuffix("市")

    @property
    def quarter(self) -> str:
        """余杭 of 余杭区; 上城区 stays, two-character short forms of it are not said."""
        short = self.district[:-1]
        return short if len(short) > 1 else self.district


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name with the surname apart, which forms of address need."""

    surname: str
    given: str
    sound: str  # the surname in pinyin

    def __str__(self) -> str:
        return self.surname + self.given


@dataclass(frozen=True, slots=True)
class Word:
    """The invented word of a company's name and how it sounds."""

    text: str
    sound: str


def places() -> list[Place]:
    """All places the sample uses."""
    found = []
    for line in listed("places", "places"):
        province, city, district, code, area, post, weight = line.split("|")
        found.append(Place(province, city, district, code, area, post, int(weight)))
    return found


def words() -> list[Word]:
    """Every invented word: two modern characters, or one modern and one of the old school."""
    never = set(bank("names")["word_never"].split())
    parts = [[line.split() for line in listed("names", key)] for key in ("word_first", "word_second")]
    found = []
    for first, sound in parts[0]:
        for second, other in parts[1]:
            text = first[0] + second[0]
            if sound != other and text not in never and not (first.endswith("*") and second.endswith("*")):
                found.append(Word(text, sound + other))
    return found


class Fiction:
    """Draws names and numbers, each only once where one would notice."""

    def __init__(self) -> None:
        self.dice = Dice("fiction")
        self.places = places()
        self._surnames = {tuple(k.split()): w for k, w in weights(listed("names", "surnames")).items()}
        self._words = Deck(self.dice, [f"{word.text} {word.sound}" for word in words()])
        self._shop_words = Deck(self.dice, listed("names", "shop_words"))
        given = {key: bank("names")[key].split() for key in ("men_older", "men", "women_older", "women")}
        self._given = {key: Deck(self.dice, names) for key, names in given.items()}
        self._seen: set[str] = set()

    def once(self, draw: str) -> bool:
        """Whether `draw` is new; it is noted."""
        new = draw not in self._seen
        self._seen.add(draw)
        return new

    def place(self) -> Place:
        """A place, those near the office more often."""
        return self.dice.weighted({place: place.weight for place in self.places})

    def word(self, kind: str) -> Word:
        """A word for a company ("word") or for a small shop ("shop")."""
        text, sound = (self._shop_words if kind == "shop" else self._words).draw().split()
        return Word(text, sound)

    def name(self, gender: str, age: int) -> Name:
        """A name of that generation; no two people share one."""
        key = ("men" if gender == "male" else "women") + ("_older" if age > 52 else "")
        while True:
            surname, sound = self.dice.weighted(self._surnames)
            name = Name(surname, self._given[key].draw(), sound)
            if self.once(str(name)):
                return name

    def mobile(self) -> str:
        """Eleven figures with 0000 in the middle: the form of a mobile, and nobody's."""
        while True:
            lead = self.dice.pick(("13", "13", "15", "17", "18", "18", "19")) + str(self.dice.between(0, 9))
            number = f"{lead}0000{self.dice.between(1000, 9999)}"
            if self.once(number):
                return number

    def landline(self, place: Place) -> str:
        """A number of the place's exchange, 80000ddd or 2000ddd."""
        short = place.area in SEVEN_FIGURES
        while True:
            lead = self.dice.pick("23") + "000" if short else self.dice.pick("68") + "0000"
            number = f"{place.area}-{lead}{self.dice.between(100, 999)}"
            if self.once(number):
                return number

    def hotline(self) -> str:
        """A 400 number of the fictional block."""
        return f"400-000-{self.dice.between(1000, 9999)}"

    def credit_code(self, place: Place, category: str) -> str:
        """A code with right check signs. `category`: 91 company, 92 small trader, 52 school, 31 law firm.

        The organisation's own number begins with XY, which no registry gives.
        """
        body = "XY" + "".join(self.dice.pick(CODE_SIGNS) for _ in range(6))
        first = category + place.code + body + _organisation_check(body)
        total = sum(CODE_SIGNS.index(sign) * pow(3, at, 31) for at, sign in enumerate(first))
        return first + CODE_SIGNS[-total % 31]

    def account(self) -> str:
        """A bank account of nineteen figures that no bank gives."""
        return f"33000000000000{self.dice.between(10000, 99999)}"

    def address(self, site: str) -> str:
        """Street and house for a kind of site: street, market, tower, park, campus, home."""
        dice, number = self.dice, self.dice.between(6, 688)
        road = self._named("roads")
        if site == "market":
            return f"{self._named('markets')}{dice.pick('ABC')}区{dice.between(1, 4)}街{dice.between(10, 198)}号"
        if site == "tower":
            room = f"{dice.pick(('', '', 'A座', 'B座'))}{dice.between(3, 26)}{dice.between(1, 18):02}室"
            return f"{road}{number}号{self._named('towers')}{room}"
        if site == "park":
            street, park = f"{self._named('park_roads')}{number}号", self._named("parks")
            return dice.pick((street, f"{street}{park}{dice.between(1, 12)}幢", f"{park}{dice.between(1, 9)}号楼"))
        if site == "home":
            stairs = f"{dice.between(1, 38)}幢{dice.between(1, 4)}单元"
            return f"{self._named('villages')}{stairs}{dice.between(1, 17)}0{dice.between(1, 4)}室"
        house = f"{number}号" if site == "campus" or dice.chance(0.5) else f"{number}-{dice.between(1, 6)}号"
        return road + house

    def _named(self, key: str) -> str:
        return self.dice.pick(" ".join(listed("names", key)).split())


def _organisation_check(body: str) -> str:
    total = sum(_BODY_SIGNS.index(sign) * weight for sign, weight in zip(body, _BODY_WEIGHTS, strict=True))
    return "0123456789X0"[11 - total % 11]
