"""The field of the region: 省市区 typed in a few keys, and that of the ID number, masked."""

from __future__ import annotations

from typing import cast

from desktop.rules.divisions import Region
from desktop.rules.masking import mask_id
from desktop.rules.region_reading import typed_region
from desktop.services.places import divisions, region_finder
from desktop.ui.kit.fields import FormField, Suggest
from desktop.words import N_


def _offer(typed: str) -> list[Region]:
    return region_finder().complete(typed)


def _read(text: str) -> Region:
    return typed_region(divisions(), text)


def _show(value: object) -> str:
    return str(cast(Region, value))


REGION = FormField(
    "region",
    N_("Province, city, district"),
    "suggested",
    limit=200,
    suggest=Suggest(_offer, _read, _show),
    help=N_("西湖, hz xh, 杭州西湖"),
)
ID_NUMBER = FormField("id_number", N_("ID number"), "masked", limit=40, blank=None, mask=mask_id)
