"""Labels with what stands behind each: 牵头单位:区水务局;配合单位:各镇;完成时限:2024年9月底."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.language.wording import responsibility_words as words
from generator.ledger.enums import Assigns, Role
from generator.ledger.wording.deadlines import deadline_apart
from generator.ledger.wording.leader_posts import post_of
from generator.ledger.wording.responsibility.assignees import ROLE_OF, Assignee, Responsibility, listed, with_builders
from generator.ledger.wording.responsibility.other_clauses import SAME_UNITS, same_number
from generator.ledger.wording.responsibility.roles import read_roles
from generator.ledger.wording.unit_names import split_names

WHOLE_LABELS = {kind: f"(?:{form}){words.UNIT_LABEL_ENDINGS}" for kind, form in words.UNIT_LABELS.items()}
LABELS = {
    kind: form + (f"|{words.SHORT_LABELS[kind]}" if kind in words.SHORT_LABELS else "")
    for kind, form in WHOLE_LABELS.items()
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
LABEL_BARE = re.compile(
    rf"(?:^|(?<=[,;。 ]))(?P<label>{'|'.join(WHOLE_LABELS.values())})(?={words.NO_LIST_FOLLOWS}{words.UNIT_FOLLOWS})"
)
"""The same with nothing in the place of the colon: 牵头单位区水务局."""
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


def read_labels(text: str, assigns: Assigns | None = None, *, is_led: bool = False) -> Responsibility | None:
    """What labels say with the words behind each; None where the text does not begin with a label.

    Args:
        text: the words in normal form.
        assigns: how the document assigns, where that is known.
        is_led: whether words before the text say who leads.
    """
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
    has_lead = is_led or any(kind == Role.LEAD and split_names(value) for kind, _, value in cells)
    has_main = any(
        kind == words.RESPONSIBLE and MAIN.match(label) and split_names(value) for kind, label, value in cells
    )
    assignees: list[Assignee] = []
    by_duty = respectively = False
    for kind, label, cell in cells:
        if kind in (words.LEADER, words.DEADLINE):
            continue
        value, own_due = deadline_apart(cell)
        due_texts += [own_due] if own_due else []
        if SAME_UNITS.fullmatch(value):
            if (kind == words.RESPONSIBLE and not has_lead) or (same_number(value) is not None and len(cells) == 1):
                return Responsibility(post=post, due_text=",".join(due_texts), same=f"{label}{value}")
            assignees.append(Assignee(value, Role.SUPPORT if kind == words.RESPONSIBLE else Role(kind), label))
        elif found := (read_roles(value, label) if kind == words.RESPONSIBLE else read_roles(value, "", Role(kind))):
            assignees += found.assignees
            by_duty, respectively = by_duty or found.by_duty, respectively or found.respectively
        elif kind == words.RESPONSIBLE:
            names = split_names(value)
            support = [Assignee(name, Role.SUPPORT, label) for name in names]
            assignees += support if has_lead or (has_main and not MAIN.match(label)) else listed(names, label, assigns)
        else:
            word = next((word for word in ROLE_OF if label.startswith(word)), kind)
            assignees += [Assignee(name, Role(kind), "" if word == kind else word) for name in split_names(value)]
    return with_builders(Responsibility(tuple(assignees), by_duty, respectively, post, ",".join(due_texts)))
