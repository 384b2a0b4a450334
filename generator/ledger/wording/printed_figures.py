"""The figures that the words of a clause set as targets: value, comparator, softener, tier, where it starts from.

Not every number is one: years and dates, ordinals, denominators (每千人), durations (15分钟生活圈) and thresholds in a
name (收入50万元以上的村) are none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice, pairwise, zip_longest

from generator.language.document_words import POINTS
from generator.language.wording import figure_words as words
from generator.ledger.enums import Comparator, Measure, SetBy, Tier
from generator.ledger.wording.deadlines import Years, dates, is_deadline
from generator.ledger.wording.printed_quantities import PERCENT, Quantity, find_quantities

PHRASE_END = re.compile(rf"[;。、:!?]|(?<![0-9]),|,(?![0-9]{{3}}(?![0-9]))|\((?={words.OF_WHICH})")
SENTENCE_END = re.compile("[;。]")
CHINESE = re.compile("[\u4e00-\u9fff]")
JOINING = ("和", "及", "与")
JOINED = re.compile(f"[{''.join(JOINING)}、]?")
FILLER = f"(?:{words.DOING}|{words.CHANGING}|{words.REACHING}|{words.YEARLY_GROWTH})*"
APPROACHES = [(re.compile(f"(?:{form}){FILLER}$"), Comparator(sign)) for form, sign in words.APPROACHES]
APPROACHES.append((re.compile(f"{words.ABOUT}$"), Comparator.ABOUT))
BEHIND = [(re.compile(form), Comparator(sign)) for form, sign in words.BEHIND_NUMBER]
ANY_BEHIND = re.compile("|".join(form for form, _ in words.BEHIND_NUMBER))
ANY_APPROACH = "|".join(form for form, _ in words.APPROACHES)
REACHED = re.compile(f"(?:{words.REACHING}|{ANY_APPROACH}|{words.CHANGING}){FILLER}$")
ABOUT = re.compile(f"{words.ABOUT}$")
CHANGED = re.compile(f"(?:{words.CHANGING})$")
DONE = re.compile(f"(?:{words.DOING})$")
DOING = re.compile(words.DOING)
AT_LEVEL = re.compile(f"(?:{words.REACHING}|{words.HELD})$")
FROM = re.compile("[由从](?:(?P<year>[12][0-9]{3})年?的?)?$")
FROM_LENGTH = 8
"""Characters that it has at most."""
TOWARDS = re.compile("(?:左右)?[^,;。、0-9]{0,6}?(?:到|至|为)(?:[12][0-9]{3}年的?)?约?")
PER = re.compile(f"{words.EACH}(?P<per>{words.PER})$")
SINCE = re.compile(f"(?:{words.SINCE_BASE})(?P<year>[12][0-9]{{3}})年")
SOFTENER = re.compile(words.SOFTENERS)
STRIVING, CHALLENGING = re.compile(words.STRIVING), re.compile(words.CHALLENGING)
SCOPE = re.compile(
    rf"(?:{words.OF_WHICH})?[,:]?(?P<scope>[^\d,、:其的元]{{1,10}}?(?:{words.PLACE_ENDINGS}))(?:{FILLER})$"
)
IN_WORDS = (
    (re.compile(f"{words.SET_FROM_ABOVE}{words.AND_ITS_TASK}"), SetBy.HIGHER_LEVEL, None),
    (re.compile(words.RELATIVE), None, None),
    (re.compile(words.ONE_WAY), None, Measure.QUALITATIVE),
)
"""Targets without a number."""
FROM_ABOVE = re.compile(f"{words.SET_FROM_ABOVE}$")
QUOTED = re.compile("“[^“”,。;]{1,12}”")
SIZE = re.compile(f"(?:{words.SIZES})$")
COUNTED_THINGS = re.compile(words.COUNTED_THINGS)
COUNTED_NEXT = re.compile("[^0-9和及与、,;。:]{1,14}[0-9]")
RANK = re.compile(words.RANK)
TIME_COUNTED = re.compile(words.TIME_COUNTED)
BEYOND = re.compile(words.BEYOND)
FARTHEST = 400
"""Characters around a quantity in which the words that belong to it stand."""
FARTHEST_IN_PHRASE = 150
"""Of them before it in its phrase: what has no comma for longer than this is a list, not the words of one figure."""
MOST = 200
"""Figures that are read in the words of one clause; no clause that somebody wrote has more."""
SMALL = 10
"""Chinese numerals below it stand in many a phrase that counts nothing."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A target that is printed in the words of a clause; places count from where these begin."""

    start: int
    end: int
    value_text: str
    """As printed, with the words right before and behind it that belong to it."""
    value: Decimal | None = None
    value_max: Decimal | None = None
    unit: str = ""
    comparator: Comparator | None = None
    qualifier: str = ""
    tier: Tier | None = None
    set_by: SetBy | None = None
    measure: Measure | None = None
    """What the words around hint at; an editor decides."""
    baseline: str = ""
    """The level that it starts from, as printed."""
    base_year: str = ""
    due: str = ""
    scope: str = ""
    """The place whose part of a total this is."""
    subject: str = ""
    """The words of its phrase before it."""
    name: str = ""
    """What it is called, where the row of a table says so."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A quantity in its phrase."""

    quantity: Quantity
    before: str
    """The words of its phrase before it."""
    sentence: str
    """Those of its sentence."""
    behind: str
    """All words behind it."""
    another_follows: bool
    """Whether its phrase has another quantity behind it."""


def read_figures(text: str, years: Years | None = None) -> list[Figure]:
    """The targets in the words of a clause, in order; the first :data:`MOST` of them.

    Args:
        text: the words, in normal form.
        years: the years of the plan, for deadlines of single figures.
    """
    quantities = [*find_quantities(text)]
    bases = _bases(text, quantities)
    starting = {base.start for base in bases.values()}
    ends = _Ends.of(text)
    figures: list[Figure] = []
    for number, quantity in enumerate(quantities):
        if len(figures) == MOST:
            break
        place = _place(text, quantity, quantities[number + 1 : number + 2], ends)
        if quantity.start not in starting and not ends.is_quoted(quantity) and _counts(place):
            figure = _figure(text, place, bases.get(number), years)
            whole = figures[-1] if figures and words.OF_WHICH in place.sentence else None
            if whole and whole.unit == figure.unit and figure.measure is Measure.LEVEL:
                figure = replace(figure, measure=whole.measure)
            figures.append(figure)
    figures += _in_words(text, figures)[: MOST - len(figures)]
    return _with_tiers(text, _with_shared_words(text, sorted(figures, key=lambda figure: figure.start)))


def _bases(text: str, quantities: list[Quantity]) -> dict[int, Quantity]:
    """The place of a quantity → the one from which it starts: 由412亿元提高到600亿元."""
    found: dict[int, Quantity] = {}
    for number, (one, other) in enumerate(pairwise(quantities)):
        if FROM.search(text[max(one.start - FROM_LENGTH, 0) : one.start]) and TOWARDS.fullmatch(
            text, one.end, other.start
        ):
            found[number + 1] = one
    return found


@dataclass(frozen=True, slots=True)
class _Ends:
    """Behind which sign phrases and sentences of a text end, and what stands in quotation marks, in order."""

    phrases: list[int]
    sentences: list[int]
    quoted: list[tuple[int, int]]

    @classmethod
    def of(cls, text: str) -> _Ends:
        """Those of a text."""
        phrases, sentences = ([m.end() for m in form.finditer(text)] for form in (PHRASE_END, SENTENCE_END))
        return cls(phrases, sentences, [m.span() for m in QUOTED.finditer(text)])

    def is_quoted(self, quantity: Quantity) -> bool:
        """Whether a quantity is a part of a name in quotation marks: “一件事”."""
        place = bisect_left(self.quoted, (quantity.start, 0)) - 1
        return place >= 0 and quantity.end < self.quoted[place][1]


def _place(text: str, quantity: Quantity, following: list[Quantity], ends: _Ends) -> _Place:
    before = bisect_right(ends.phrases, quantity.start) - 1
    phrase = ends.phrases[before] if before >= 0 else 0
    last = bisect_right(ends.sentences, quantity.start) - 1
    sentence = max(ends.sentences[last] if last >= 0 else 0, quantity.start - FARTHEST)
    after = bisect_right(ends.phrases, quantity.end)
    end = ends.phrases[after] - 1 if after < len(ends.phrases) else len(text)
    follows = bool(following) and following[0].start < end
    behind = text[quantity.end : quantity.end + FARTHEST]
    phrase = max(phrase, quantity.start - FARTHEST_IN_PHRASE)
    return _Place(quantity, text[phrase : quantity.start], text[sentence : quantity.start], behind, follows)


def _counts(place: _Place) -> bool:
    """Whether a quantity is a figure, and no part of a name, of a date or of a way of speaking."""
    quantity, before = place.quantity, place.before
    if before.endswith(tuple(words.NO_COUNTS)) or RANK.search(before):
        return False
    reached, done = bool(REACHED.search(before)), bool(DONE.search(before))
    behind = ANY_BEHIND.match(place.behind)
    rest = place.behind[behind.end() if behind else 0 :]
    in_name = bool(CHINESE.match(rest)) and not rest.startswith(JOINING)
    if quantity.is_bare:
        return reached and not in_name
    if quantity.unit.startswith(tuple(words.DURATIONS.split("|"))) and not quantity.unit.endswith(words.AGE):
        return (reached and not (done and in_name)) or (bool(TIME_COUNTED.search(before)) and not in_name)
    if in_name and quantity.unit in words.RATINGS:
        return False
    if place.another_follows and in_name and (rest.startswith("的") or not (before or done)):
        return False
    if in_name and (
        (behind and SIZE.search(quantity.unit) and COUNTED_NEXT.match(rest)) or _is_beyond(quantity, before, rest)
    ):
        return False
    if rest.startswith("的") and before.startswith(words.TOWARDS_WHOM):
        return False
    if behind and in_name and not (reached or done):
        return False
    if quantity.in_chinese and quantity.value < SMALL:
        return (done or reached or not in_name) and (quantity.value > 1 or (done and not in_name) or reached)
    return True


def _is_beyond(quantity: Quantity, before: str, rest: str) -> bool:
    """Whether a quantity is what others have passed: 过百亿元企业, 产值超10亿元企业达到3家."""
    counts_others = quantity.in_chinese or (SIZE.search(quantity.unit) and COUNTED_THINGS.match(rest))
    return bool(counts_others and BEYOND.search(before))


def _figure(text: str, place: _Place, base: Quantity | None, years: Years | None) -> Figure:
    quantity, before = place.quantity, place.before
    per = PER.search(before)
    start, end, comparator = _comparison(place)
    since, scope = SINCE.search(before), SCOPE.search(before) if words.OF_WHICH in place.sentence else None
    from_year = FROM.search(text[max(base.start - FROM_LENGTH, 0) : base.start]) if base else None
    return Figure(
        start,
        end,
        text[start:end],
        quantity.value,
        quantity.value_max,
        f"{quantity.unit}/{per['per']}" if per and quantity.unit else quantity.unit,
        comparator,
        qualifier=_softener(place, comparator),
        tier=Tier.CHALLENGE if CHALLENGING.search(before) else Tier.STRIVING if STRIVING.search(before) else None,
        set_by=SetBy.HIGHER_LEVEL if FROM_ABOVE.search(before) else None,
        measure=_measure(place),
        baseline=text[base.start : base.end] if base else "",
        base_year=since["year"] if since else (from_year["year"] or "") if from_year else "",
        due=_due(place, years),
        scope=scope["scope"] if scope else "",
        subject=before[: len(before) - (quantity.start - start)],
    )


def _comparison(place: _Place) -> tuple[int, int, Comparator]:
    """Where the words of comparison around a quantity begin and end, and what they say."""
    quantity, before = place.quantity, PER.sub("", place.before)
    approach = next(((m, sign) for form, sign in APPROACHES if (m := form.search(before))), None)
    behind = next(((m, sign) for form, sign in BEHIND if (m := form.match(place.behind))), None)
    start = quantity.start - (len(place.before) - approach[0].start() if approach else 0)
    end = quantity.end + (behind[0].end() if behind else 0)
    if quantity.comparator or quantity.value_max is not None:
        return start, end, Comparator(quantity.comparator or Comparator.PLAIN)
    return start, end, behind[1] if behind else approach[1] if approach else Comparator.PLAIN


def _softener(place: _Place, comparator: Comparator) -> str:
    """The word that makes a quantity less than exact: right at it, or before it in its phrase."""
    if about := ABOUT.search(place.before):
        return about[0]
    behind = ANY_BEHIND.match(place.behind)
    if comparator is Comparator.ABOUT and behind:
        return behind[0]
    return next(reversed(SOFTENER.findall(place.before)), place.quantity.more)


def _measure(place: _Place) -> Measure:
    """What the words before a figure hint at."""
    before, quantity = place.before, place.quantity
    growing = re.search(words.YEARLY_GROWTH, before)
    rate = quantity.unit == PERCENT
    if quantity.is_total:
        return Measure.CUMULATIVE
    if growing and rate:
        return Measure.ANNUAL_GROWTH
    if growing or re.search(f"{words.EACH_YEAR}|{words.HELD}", before):
        return Measure.ANNUAL
    if words.NET in before or quantity.unit.endswith(POINTS) or quantity.is_doubling:
        return Measure.CHANGE
    if CHANGED.search(before) and (rate or not before.endswith(words.NEW)):
        return Measure.CHANGE
    if not rate and not AT_LEVEL.search(before) and (DOING.search(before) or re.search(words.ALL_YEARS, before)):
        return Measure.CUMULATIVE
    return Measure.LEVEL


def _due(place: _Place, years: Years | None) -> str:
    """The day by which a figure is due: named in its phrase, or in a phrase of its own before it."""
    own = [*dates(SINCE.sub("", FROM.sub("", place.before)), years)]
    if own:
        return own[-1]
    phrases = PHRASE_END.split(place.sentence)[:-1]
    return next((due for phrase in reversed(phrases) if is_deadline(phrase) for due in dates(phrase, years)), "")


def _in_words(text: str, figures: list[Figure]) -> list[Figure]:
    """Targets that name no number."""
    found: list[Figure] = []
    for form, set_by, measure in IN_WORDS:
        for match in islice(form.finditer(text), MOST):
            taken = [(one.start, one.end) for one in (*figures, *found)]
            if not any(start < match.end() and match.start() < end for start, end in taken):
                comparator = next(
                    (Comparator(sign) for form_, sign in words.APPROACHES if re.match(form_, match[0])), None
                )
                found.append(Figure(*match.span(), match[0], comparator=comparator, set_by=set_by, measure=measure))
    return found


def _with_shared_words(text: str, figures: list[Figure]) -> list[Figure]:
    """The figures with 以上 for all members of a list that it stands behind: 10%和15%以上."""
    shared: list[Figure] = []
    for figure in reversed(figures):
        last = shared[-1] if shared else None
        joined = last is not None and JOINED.fullmatch(text, figure.end, last.start)
        if joined and last and last.unit == figure.unit and figure.comparator is Comparator.PLAIN:
            shared[-1] = replace(last, measure=figure.measure)
            shared.append(replace(figure, comparator=last.comparator))
        else:
            shared.append(figure)
    return shared[::-1]


def _with_tiers(text: str, figures: list[Figure]) -> list[Figure]:
    """The figures, where a higher one follows that nothing but 争取 stands before, as the basic ones of two tiers."""
    tiered: list[Figure] = []
    for figure, following in zip_longest(figures, figures[1:]):
        if following is None or following.tier is None or following.unit != figure.unit:
            tiered.append(figure)
        else:
            between = SOFTENER.sub("", text[figure.end : following.start]).strip(",;、并到")
            tiered.append(figure if between else replace(figure, tier=Tier.BASIC))
    return tiered
