"""Doubts about sums: one that shrinks, one that is less than its part, and parts that are more than the whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.language import document_words
from generator.language.chinese_numbers import MYRIADS
from generator.ledger.checks.doubt_rules.series import Figure, Key, LedgerFigures, is_rate
from generator.ledger.enums import TERRITORIES, Basis, Measure, Status
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.rows import Row

ADDED_UP = (Measure.CUMULATIVE, Measure.ANNUAL, Measure.LEVEL)


def _doubt(code: str, row: Row, **values: object) -> Finding:
    """A doubt about the value of a result."""
    return Finding(code, row.at("value"), {"record": row["id"], "value": row["value"], **values})


def falling_sums(figures: LedgerFigures) -> Iterator[Finding]:
    """A sum that goes on does not become less: since a year, since January, or from January to the whole year."""
    for key, series in figures.series.items():
        indicator, organization, basis, _ = key
        if basis not in (Basis.SINCE, Basis.YEAR_TO_DATE) or not _grows(series.indicator):
            continue
        for figure in series.figures:
            before = figure.before
            if before and (basis == Basis.SINCE or before.month[:4] == figure.month[:4]) and _falls(figure, before):
                yield _doubt("sum-falls", figure.row, period=before.row["period"], before=before.row["value"])
        if basis == Basis.YEAR_TO_DATE:
            last = {figure.month[:4]: figure for figure in series.figures}
            for year in _own_years(figures, indicator, organization):
                before = last.get(year.month[:4])
                if before and _falls(year, before):
                    yield _doubt("sum-falls", year.row, period=before.row["period"], before=before.row["value"])


def _grows(indicator: Row) -> bool:
    """Whether a sum of an indicator can only grow."""
    return not is_rate(indicator) and indicator["measure"] != Measure.CHANGE


def _falls(figure: Figure, before: Figure) -> bool:
    """Whether a sum is less than an earlier one, which was no forecast."""
    return figure.value < before.value and before.row["status"] != Status.FORECAST


def _own_years(figures: LedgerFigures, indicator: str, organization: str) -> list[Figure]:
    """What whole years brought by themselves."""
    series = figures.series.get((indicator, organization, Basis.YEAR, ""))
    return series.figures if series else []


def years_above_sums(figures: LedgerFigures) -> Iterator[Finding]:
    """What one year brought is not more than the sum of several years up to it."""
    for (indicator, organization, basis, since), series in figures.series.items():
        if basis != Basis.SINCE or not _grows(series.indicator):
            continue
        sums = {figure.month: figure for figure in series.figures}
        for own in _own_years(figures, indicator, organization):
            total = sums.get(own.month)
            if total and own.value > total.value and since <= own.month:
                yield _doubt("year-above-sum", own.row, total=total.row["value"])


def parts_above_wholes(figures: LedgerFigures) -> Iterator[Finding]:
    """What a part of the place reached is not more than the whole did, nor do the towns come to more together."""
    parts: dict[Key, dict[str, list[Row]]] = {}
    kinds = {row["id"]: row["kind"] for row in figures.tables.rows["organizations"]}
    for key, series in figures.series.items():
        whole = figures.series.get((key[0], "", key[2], key[3])) if series.organization else None
        if whole is None or not _adds_up(series.indicator, series.basis):
            continue
        wholes = {figure.month: figure for figure in whole.figures}
        for figure in series.figures:
            total = wholes.get(figure.month)
            if total is None:
                continue
            if figure.value > total.value:
                yield _doubt("part-above", figure.row, whole=total.row["value"])
            elif kinds.get(series.organization) in TERRITORIES:
                months = parts.setdefault((key[0], "", key[2], key[3]), {})
                months.setdefault(figure.month, []).append(figure.row)
    yield from _sums_above(figures, parts)


def _sums_above(figures: LedgerFigures, parts: dict[Key, dict[str, list[Row]]]) -> Iterator[Finding]:
    """Wholes that are less than their parts together, by more than rounding makes."""
    for key, months in parts.items():
        wholes = {figure.month: figure for figure in figures.series[key].figures}
        for month, rows in months.items():
            latest = {row["organization"]: Decimal(row["value"]) for row in rows}
            total, whole = sum(latest.values(), Decimal(0)), wholes[month]
            if total > whole.value + _rounding([*latest.values(), whole.value], figures.indicators[key[0]]["unit"]):
                yield _doubt("parts-above", whole.row, total=total)


def _rounding(values: list[Decimal], unit: str) -> Decimal:
    """By how much rounded numbers may miss their sum: half a step of the last digit each. A plain count is exact."""
    exponents = [exponent for value in values if isinstance(exponent := value.as_tuple().exponent, int)]
    coarsest = max(exponents, default=0)
    is_count = min(exponents, default=0) >= 0 and not unit.startswith(tuple(MYRIADS))
    return Decimal(0) if is_count else Decimal(1).scaleb(coarsest) * len(values) / 2


def _adds_up(indicator: Row, basis: str) -> bool:
    """Whether the figures of towns may be added up, so that none is more than the whole."""
    unit = indicator["unit"]
    return (
        indicator["measure"] in ADDED_UP
        and basis != Basis.MEAN_TO_DATE
        and not is_rate(indicator)
        and unit not in ("", document_words.DIMENSIONLESS)
        and "/" not in unit
        and not any(word in indicator["name"] for word in document_words.NOT_ADDED_UP)
    )


RULES = (falling_sums, years_above_sums, parts_above_wholes)
