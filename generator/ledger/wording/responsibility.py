"""Who is responsible, as a parenthesis, a line or a row of a document prints it.

Read is the inside of a parenthesis: (区发展改革委牵头,区商务委、区教育局配合), or one or several labels with what
stands behind them: 牵头单位:区水务局;配合单位:各镇;完成时限:2024年9月底.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from generator.language import document_words as words
from generator.language.chinese_numbers import parse
from generator.ledger.enums import Assigns, LeadMode, Role
from generator.ledger.wording.brackets import brackets, split_outside
from generator.ledger.wording.deadlines import is_deadline
from generator.ledger.wording.leader_posts import post_of
from generator.ledger.wording.unit_names import is_clear_unit, is_unit, split_names


@dataclass(frozen=True, slots=True)
class Assignee:
    """A unit with what it has to do, as printed."""

    name: str
    role: Role
    printed_role: str = ""
    """The printed word of the role, with its manner, where it is another word than the role itself."""
    scope: str = ""
    """The part of the task that is this unit's, where the document says so."""


@dataclass(frozen=True, slots=True)
class Responsibility:
    """What one parenthesis, line or row says."""

    assignees: tuple[Assignee, ...] = ()
    by_duty: bool = False
    """Several lead, each by its duties."""
    respectively: bool = False
    """The leads are said to lead each for its part."""
    post: str = ""
    """The office of the leader in charge."""
    due_text: str = ""
    same: str = ""
    """The printed words that say that the units are those of the clause before."""
    above: int | None = 1
    """For how many clauses this stands, its own and those before it; None for all those without one of their own."""
    items: tuple[int, ...] = ()
    """The numbers of the clauses for which this stands, where it names them."""

    @property
    def mode(self) -> LeadMode | None:
        """How those lead that do."""
        leads = sum(one.role is Role.LEAD for one in self.assignees)
        if not leads:
            return None
        if self.by_duty:
            return LeadMode.BY_DUTY
        return LeadMode.SEVERAL if leads > 1 or self.respectively else LeadMode.SINGLE


def _any(choices: Iterable[str]) -> str:
    """A pattern of any of some words, the longest first."""
    return "|".join(sorted(choices, key=len, reverse=True))


ROLE_OF = {word: Role(role) for role, forms in words.OTHER_ROLES.items() for word in forms}
ROLE_OF |= dict.fromkeys(words.LEADING, Role.LEAD)
BUILDING = re.compile(_any(words.BUILDING))
BY_DUTY = re.compile(words.BY_DUTY)
MANNERS = rf"(?:(?:{_any(words.MANNERS)}),?)*"
DOING = rf"(?:{_any((*words.CARRYING_OUT, *words.LEADING))})"
ROLE = re.compile(
    rf"(?P<manner>{MANNERS})"
    rf"(?:(?P<word>{_any(ROLE_OF)})(?:{words.DOING_WELL})?{DOING}*(?=$|[,、;。/ (])"
    rf"|(?P<leading>{_any(words.LEADING)})(?!{words.NO_PART})(?P<scope>[^,、;。/ ()]+)"
    rf"|(?P<doing>{DOING}+)(?=$|[,;。]))"
)
"""A role behind names, with its manner. Behind a word of leading may stand the part that is led; any other word must
end there, or it is a part of a name (就业指导中心)."""
MANNER_BEFORE = re.compile(f"^[,、;]*{MANNERS}")
WHOSE_PART = re.compile(f"^{words.WHOSE_PART}")
CLAUSES_ABOVE = re.compile(f"^{words.CLAUSES_ABOVE}[,:]?")
OPEN_SENTENCE = re.compile(f"(?:{words.CLAUSES_ABOVE})?由|[^,;]+(?:{words.OPENLY_LEADING})[,;].*(?:{_any(ROLE_OF)})$")
"""A sentence of which it is sure that it says who is responsible."""
PLAIN_SENTENCE = re.compile(f"[^,;]+(?:{_any(words.LEADING)}|{words.BY_DUTY_ALONE})(?:[,;]|$)")
"""One that does when all of its names are clearly those of units: 区商务局、区税务局负责."""
CLAUSE_END = re.compile("[,;。]")
PARTS = re.compile("[,;]")
FIRST_IN_LIST = re.compile(words.FIRST_IN_LIST)
NO_LIST = re.compile(words.EXPLAINING)
SAME_UNITS = re.compile(f"(?:{words.SAME_UNITS}|{words.SAME_AS_NUMBER})[。,;]?")
SAME_AS_NUMBER = re.compile(f"{words.SAME_AS_NUMBER}[。,;]?")
NAMED_ITEMS = re.compile(words.NAMED_ITEMS)
ITEM_NUMBER = re.compile(r"[0-9]+|[一二三四五六七八九十]+|[至到—–~～-]+")


def read_parenthesis(
    inside: str, assigns: Assigns | None = None, *, lists: bool | None = None
) -> Responsibility | None:
    """What the inside of a parenthesis says of who is responsible; None where it says nothing of the kind.

    Args:
        inside: the words between the two signs, in normal form; a blank stands where the document has one.
        assigns: how the document assigns, where that is known.
        lists: whether a plain list of units is meant; by default where the document says how it assigns by lists.
    """
    lists = assigns in (Assigns.FIRST_LEADS, Assigns.ALL_LEAD) if lists is None else lists
    if match := FIRST_IN_LIST.search(inside):
        inside, assigns, lists = inside[: match.start()], Assigns.FIRST_LEADS, True
    inside = LABEL_IS.sub(r"\g<label>:", inside.strip(" "))
    if all(SAME_UNITS.fullmatch(part) for part in PARTS.split(inside)):
        return Responsibility(same=inside)
    if (match := CLAUSES_ABOVE.match(inside)) and LABEL.match(inside, match.end()):
        labelled = read_labels(inside[match.end() :], assigns)
        return labelled and replace(labelled, above=_count(match["count"]))
    if label := LABEL.search(inside):
        before, labelled = inside[: label.start()].strip(" ,;。"), read_labels(inside[label.start() :], assigns)
        found = read_parenthesis(before, assigns) if before else labelled
        if found is None or labelled is None or found is labelled:
            return found
        return replace(found, post=labelled.post or found.post, due_text=labelled.due_text or found.due_text)
    above: int | None = 1
    if match := CLAUSES_ABOVE.match(inside):
        above = _count(match["count"])
        inside = inside[match.end() :]
    inside, due_text = _deadline_apart(inside)
    found = _read_roles(inside)
    if found is None and lists and not NO_LIST.match(inside) and not LABEL.match(f"{inside}:"):
        names = split_names(inside)
        if names and all(map(is_unit, names)) and not {*names} <= {*words.KINDS_OF_PLACES}:
            found = Responsibility(tuple(_listed(names, "", assigns)))
    return None if found is None else replace(_with_builders(found), above=above, due_text=due_text)


def read_sentence(sentence: str) -> Responsibility | None:
    """What a sentence of its own says: 由区水务局牵头,区财政局配合; None where its names are not all those of units.

    Without 由 it must say who leads and who does not.
    """
    is_open = bool(OPEN_SENTENCE.match(sentence))
    found = read_parenthesis(sentence) if is_open or PLAIN_SENTENCE.match(sentence) else None
    if found is None or not found.assignees:
        return None
    if not is_open and not all(is_clear_unit(one.name) and not one.scope for one in found.assignees):
        return None
    return found if all(is_unit(one.name) and not LABEL.search(f"{one.name}:") for one in found.assignees) else None


def read_named_items(words_: str) -> Responsibility | None:
    """What a sentence says that names the clauses it is about: 第(二)、(三)项由区水务局牵头,区财政局配合.

    None where it is no such sentence, or its names are not all those of units.
    """
    match = NAMED_ITEMS.match(words_)
    found = read_parenthesis(words_[match.end() :]) if match else None
    if match is None or found is None or not all(is_unit(one.name) for one in found.assignees):
        return None
    numbers: list[int] = []
    goes_on = False
    for piece in ITEM_NUMBER.findall(match["items"]):
        value = parse(piece)
        if value is None:
            goes_on = True
            continue
        first = numbers[-1] + 1 if goes_on and numbers else int(value)
        numbers += range(first, int(value) + 1)
        goes_on = False
    return replace(found, items=tuple(numbers))


def same_number(words_: str) -> int | None:
    """The number of the clause whose units are meant: 同第19项; None where none is named."""
    match = SAME_AS_NUMBER.fullmatch(words_)
    value = parse(match["number"] or match["han"]) if match else None
    return None if value is None else int(value)


def _count(printed: str | None) -> int | None:
    """How many clauses are meant; None for all."""
    value = parse(printed) if printed else None
    return None if value is None else int(value)


def _deadline_apart(inside: str) -> tuple[str, str]:
    """The inside of a parenthesis without the deadline at its end, and that deadline."""
    pieces = [piece for piece, _ in split_outside(inside, CLAUSE_END)]
    if len(pieces) > 1 and is_deadline(pieces[-1]):
        return inside[: -len(pieces[-1]) - 1], pieces[-1]
    return inside, ""


ROLE_IN_BRACKETS = re.compile(rf"\(({_any(ROLE_OF)})(?:{words.UNIT_LABEL_ENDINGS})?\)")
"""A role behind a name: 区水务局(牵头)."""


def _read_roles(text: str, label: str = "", role: Role = Role.LEAD) -> Responsibility | None:
    """Names with the words of their roles behind them; None where there is no such word, or names that are no units.

    The ``label`` is what stands before the names, for those that have no role of their own; before a bracket that
    names others for a part, they have the ``role``.
    """
    marked = {match[1] for match in ROLE_IN_BRACKETS.finditer(text)}
    if marked and len({ROLE_OF[word] is Role.LEAD for word in marked}) == 1 and not ROLE.search(_masked(text)):
        others = Role.SUPPORT if any(ROLE_OF[word] is Role.LEAD for word in marked) else role
        named = tuple(_marked(name, others, label) for name in split_names(text))
        if others is Role.SUPPORT or all(is_unit(one.name) for one in named):
            return Responsibility(named)
    assignees: list[Assignee] = []
    about_leads = ""
    waiting = ""
    for piece, inner in _pieces(ROLE_IN_BRACKETS.sub(r"\1", text)):
        if inner is not None:
            if not assignees:
                assignees += [Assignee(name, role, label) for name in split_names(waiting) if is_unit(name)]
                waiting = ""
            assignees += inner.assignees
            continue
        names, at = waiting + piece, 0
        masked = _masked(names)
        for match in ROLE.finditer(masked):
            alone = not any(one.role is Role.LEAD for one in assignees)
            found = [*_with_role(names[at : match.start()], match, label if alone else None)]
            if match["doing"] and not all(is_unit(one.name) for one in found):
                continue
            if not alone and match["doing"]:
                found = [replace(one, role=Role.SUPPORT) for one in found]
            if any(one.role is Role.LEAD for one in found):
                about_leads += names[at : match.end()]
            assignees += found
            at = match.end() + len(masked[match.end() :]) - len(masked[match.end() :].lstrip("("))
        waiting = names[at:]
    if words.TOGETHER_WITH in waiting:
        assignees += _together(waiting, "")
    elif assignees:
        assignees += [Assignee(name, Role.SUPPORT) for name in split_names(waiting) if is_unit(name)]
    units = [is_unit(one.name) for one in assignees]
    if not units or not units[0] or sum(units) * 2 < len(units):
        return None
    return Responsibility(tuple(assignees), bool(BY_DUTY.search(about_leads)), words.RESPECTIVELY in about_leads)


def _marked(name: str, others: Role, label: str) -> Assignee:
    """A unit of a list in which some are marked, and the ``others`` have one role: 区住建局、区水务局(牵头)."""
    match = ROLE_IN_BRACKETS.search(name)
    if match is None:
        return Assignee(name, others, label if others is Role.LEAD else "")
    role = ROLE_OF[match[1]]
    return Assignee(name[: match.start()] + name[match.end() :], role, "" if role == match[1] else match[1])


def _pieces(text: str) -> Iterator[tuple[str, Responsibility | None]]:
    """The text between inner brackets that name units with roles, and what these say."""
    at = 0
    for bracket in brackets(text):
        inner = _read_roles(text[bracket.start + 1 : bracket.end - 1])
        if inner is not None:
            yield text[at : bracket.start], None
            yield "", inner
            at = bracket.end
    yield text[at:], None


def _masked(text: str) -> str:
    """A text of the same length without the words that stand in brackets."""
    for bracket in brackets(text):
        text = text[: bracket.start] + "(" * (bracket.end - bracket.start) + text[bracket.end :]
    return text


def _with_role(names: str, match: re.Match[str], label: str | None) -> Iterator[Assignee]:
    """The names before a role. Where nobody leads yet, those before the last comma do: (区财政局,区审计局监督)."""
    names = MANNER_BEFORE.sub("", names)
    scope = match["scope"] or ""
    if part := WHOSE_PART.match(names):
        scope, names = part["scope"], names[part.end() :]
    word = match["word"] or match["leading"]
    role = ROLE_OF[word] if word else Role.LEAD
    printed = match[0][: match.start("scope") - match.start()] if match["scope"] else match[0]
    printed = "" if printed.removeprefix(match["manner"]) == role else printed.replace(",", "")
    if words.TOGETHER_WITH in names and role is Role.LEAD:
        yield from _together(names, printed if word else "")
        return
    names = names.replace(words.TOGETHER_WITH, "、")
    if role is not Role.LEAD and label is not None:
        *leading, names = PARTS.split(names)
        yield from (Assignee(name, Role.LEAD, label) for name in split_names("、".join(leading)))
    for name in split_names(names):
        yield Assignee(name, role, printed, scope)


def _together(names: str, printed: str) -> Iterator[Assignee]:
    """A会同B: A leads, B supports."""
    first, _, others = names.partition(words.TOGETHER_WITH)
    for name in split_names(MANNER_BEFORE.sub("", first)):
        yield Assignee(name, Role.LEAD, printed)
    for name in split_names(others):
        yield Assignee(name, Role.SUPPORT, words.TOGETHER_WITH)


# -- labels

LABELS = {
    kind: f"{form}{words.UNIT_LABEL_ENDINGS}" + (f"|{words.SHORT_LABELS[kind]}" if kind in words.SHORT_LABELS else "")
    for kind, form in words.UNIT_LABELS.items()
}
LABELS |= {words.LEADER: words.LEADER_LABELS, words.DEADLINE: words.DEADLINE_LABELS}
ANY_LABEL = "|".join(f"(?P<{{0}}{number}>{form})" for number, form in enumerate(LABELS.values()))
LABEL = re.compile(
    rf"[\[〔【〖](?:{ANY_LABEL.replace('{0}', 'a')})[\]〕】〗] ?:? ?"
    rf"|(?:{ANY_LABEL.replace('{0}', 'b')})(?: ?(?::|[—–]{{2}}) ?|[为是](?={words.UNIT_FOLLOWS}))"
)
"""The label of a line or of a cell: with a colon behind it, or in brackets."""
LABEL_WORDS = re.compile(ANY_LABEL.replace("{0}", "c"))

LABEL_IS = re.compile(rf"(?:^|(?<=[,;。 ]))(?P<label>{'|'.join(LABELS.values())})[为是]")
"""The label of a part of a parenthesis, with a word in the place of the colon: 牵头单位为区水务局."""
SAME_BEHIND = re.compile(rf"(?<=[,;。 ])(?P<label>{'|'.join(LABELS.values())})(?={words.SAME_FOLLOWS})")
"""A label behind others, of which no colon but 同 says what it stands for: 牵头单位:区水务局;责任单位同第2项."""
KINDS = [*LABELS]
MAIN = re.compile(words.MAIN_LABEL)


def _label(match: re.Match[str]) -> tuple[str, str]:
    """Of which kind a label is, and its words."""
    return next((KINDS[int(name[1:])], words_) for name, words_ in match.groupdict().items() if words_)


def label_starts(text: str) -> Iterator[int]:
    """Where the words of labels begin, whatever stands around them."""
    at = 0
    while words_ := LABEL_WORDS.search(text, at):
        yield words_.start()
        at = words_.start() + 1


def names_units_of(match: re.Match[str]) -> bool:
    """Whether units stand behind a label, and no leader or deadline."""
    return _label(match)[0] not in (words.LEADER, words.DEADLINE)


def read_labels(text: str, assigns: Assigns | None = None) -> Responsibility | None:
    """What labels say with the words behind each; None where the text does not begin with a label."""
    text = SAME_BEHIND.sub(r"\g<label>:", text.strip(" "))
    labels = [*LABEL.finditer(text)]
    if not labels or labels[0].start():
        return None
    ends = [*(label.start() for label in labels[1:]), len(text)]
    cells = [
        (*_label(label), text[label.end() : end].strip(" ,;。、")) for label, end in zip(labels, ends, strict=True)
    ]
    post = "、".join(post_of(value) for kind, _, value in cells if kind == words.LEADER)
    due_texts = [value for kind, _, value in cells if kind == words.DEADLINE]
    has_lead = any(kind == Role.LEAD and split_names(value) for kind, _, value in cells)
    has_main = any(
        kind == words.RESPONSIBLE and MAIN.match(label) and split_names(value) for kind, label, value in cells
    )
    assignees: list[Assignee] = []
    by_duty = respectively = False
    for kind, label, cell in cells:
        if kind in (words.LEADER, words.DEADLINE):
            continue
        value, own_due = _deadline_apart(cell)
        due_texts += [own_due] if own_due else []
        if SAME_UNITS.fullmatch(value):
            if (kind == words.RESPONSIBLE and not has_lead) or (same_number(value) is not None and len(cells) == 1):
                return Responsibility(post=post, due_text=",".join(due_texts), same=f"{label}{value}")
            assignees.append(Assignee(value, Role.SUPPORT if kind == words.RESPONSIBLE else Role(kind), label))
        elif found := (_read_roles(value, label) if kind == words.RESPONSIBLE else _read_roles(value, "", Role(kind))):
            assignees += found.assignees
            by_duty, respectively = by_duty or found.by_duty, respectively or found.respectively
        elif kind == words.RESPONSIBLE:
            names = split_names(value)
            support = [Assignee(name, Role.SUPPORT, label) for name in names]
            assignees += support if has_lead or (has_main and not MAIN.match(label)) else _listed(names, label, assigns)
        else:
            word = next((word for word in ROLE_OF if label.startswith(word)), kind)
            assignees += [Assignee(name, Role(kind), "" if word == kind else word) for name in split_names(value)]
    return _with_builders(Responsibility(tuple(assignees), by_duty, respectively, post, ",".join(due_texts)))


def _with_builders(said: Responsibility) -> Responsibility:
    """Those who build lead where nobody else does: (某某公司承建)."""
    if any(one.role is Role.LEAD or SAME_UNITS.fullmatch(one.name) for one in said.assignees):
        return said
    builders = [one for one in said.assignees if BUILDING.search(one.printed_role)]
    leads = (replace(one, role=Role.LEAD) if one in builders else one for one in said.assignees)
    return replace(said, assignees=tuple(leads))


def _listed(names: list[str], label: str, assigns: Assigns | None) -> Iterator[Assignee]:
    """A list without roles: how the document assigns says who leads."""
    for position, name in enumerate(names):
        leads = position == 0 or assigns is not Assigns.FIRST_LEADS
        yield Assignee(name, Role.LEAD if leads else Role.SUPPORT, label)
