"""Marks of erased people: the same person is known again, however written, and no mark can be turned round."""

from __future__ import annotations

from desktop.rules.tombstones import BITS, Mark, Traits, marks_of, new_key

KEY = "00112233445566778899aabbccddeeff"


def marks(**traits: object) -> set[tuple[Mark, str]]:
    return marks_of(Traits(**traits), KEY)  # type: ignore[arg-type]


def test_one_number_written_in_many_ways_has_one_mark() -> None:
    ways = ("13800138000", "138 0013 8000", "+86 138-0013-8000", "0086 13800138000", "１３８００１３８０００")
    assert len({frozenset(marks(phones=(one,))) for one in ways}) == 1


def test_a_wechat_name_that_is_a_mobile_meets_the_phone() -> None:
    assert marks(wechats=("13800138000",)) >= marks(phones=("13800138000",))


def test_a_name_counts_only_with_its_employer() -> None:
    assert marks(name="张三") == set()
    here, there = marks(name="张 三", employer="苏州恒远机械有限公司"), marks(name="张三", employer="恒远机械")
    assert here == there != set()
    assert here != marks(name="张三", employer="无锡新创")


def test_case_and_blanks_do_not_matter() -> None:
    assert marks(emails=("A.B@X.cn ",)) == marks(emails=("a.b@x.cn",))
    assert marks(id_numbers=("33010619850307123x",)) == marks(id_numbers=("33010619850307123X",))


def test_two_files_have_nothing_in_common() -> None:
    one, two = new_key(), new_key()
    assert one != two
    assert marks_of(Traits(phones=("13800138000",)), one) != marks_of(Traits(phones=("13800138000",)), two)


def test_short_numbers_are_nobodys() -> None:
    assert marks(phones=("95588", "110")) == set()


def test_a_mark_is_so_short_that_many_numbers_share_it() -> None:
    """Trying all numbers of one beginning, 3 × 2^24 in all, would give each mark some three owners; here a sample."""
    made = [next(iter(marks(phones=(f"139{number:08}",))))[1] for number in range(20_000)]
    assert {len(one) * 4 for one in made} == {BITS}
    # Birthday: among 20,000 numbers about 20,000² ÷ 2 ÷ 2^24 ≈ 12 pairs share a mark.
    assert 1 <= len(made) - len(set(made)) <= 40
