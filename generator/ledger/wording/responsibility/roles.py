"""Names with the words of their roles behind them: 区水务局牵头,区财政局、各镇配合."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.language.wording import responsibility_words as words
from generator.ledger.enums import Role
from generator.ledger.wording.brackets import brackets
from generator.ledger.wording.responsibility.assignees import ROLE_OF, Assignee, Responsibility, any_of
from generator.ledger.wording.unit_names import is_unit, split_names

BY_DUTY = re.compile(words.BY_DUTY)
MANNERS = rf"(?:(?:{any_of(words.MANNERS)}),?)*"
DOING = rf"(?:{any_of((*words.CARRYING_OUT, *words.LEADING))})"
ROLE = re.compile(
    rf"(?P<manner>{MANNERS})"
    rf"(?:(?P<word>{any_of(ROLE_OF)})(?:{words.DOING_WELL})?{DOING}*(?=$|[,、;。/ (])"
    rf"|(?P<leading>{any_of(words.LEADING)})(?!{words.NO_PART})(?P<scope>[^,、;。/ ()]+)"
    rf"|(?P<doing>{DOING}+)(?=$|[,;。]))"
)
"""A role behind names, with its manner. Behind a word of leading may stand the part that is led; any other word must
end there, or it is a part of a name (就业指导中心)."""
MANNER_BEFORE = re.compile(f"^[,、;]*{MANNERS}")
WHOSE_PART = re.compile(f"^{words.WHOSE_PART}")
PARTS = re.compile("[,;]")
ROLE_IN_BRACKETS = re.compile(rf"\(({any_of(ROLE_OF)})(?:{words.UNIT_LABEL_ENDINGS})?\)")
"""A role behind a name: 区水务局(牵头)."""


def read_roles(text: str, label: str = "", role: Role = Role.LEAD) -> Responsibility | None:
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
        inner = read_roles(text[bracket.start + 1 : bracket.end - 1])
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
