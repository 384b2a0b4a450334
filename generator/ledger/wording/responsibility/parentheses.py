"""The inside of a parenthesis: (区发展改革委牵头,区商务委、区教育局配合); and sentences that say the same."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.language.wording import name_words
from generator.language.wording import responsibility_words as words
from generator.ledger.enums import Assigns
from generator.ledger.wording.deadlines import deadline_apart
from generator.ledger.wording.responsibility.assignees import ROLE_OF, Responsibility, any_of, listed, with_builders
from generator.ledger.wording.responsibility.labels import LABEL, LABEL_BARE, LABEL_IS, read_labels
from generator.ledger.wording.responsibility.other_clauses import (
    CLAUSES_ABOVE,
    NAMED_ITEMS,
    SAME_UNITS,
    clauses_meant,
    named_numbers,
)
from generator.ledger.wording.responsibility.roles import PARTS, read_roles
from generator.ledger.wording.unit_names import is_clear_unit, is_unit, split_names

OPEN_SENTENCE = re.compile(f"(?:{words.CLAUSES_ABOVE})?由|[^,;]+(?:{words.OPENLY_LEADING})[,;].*(?:{any_of(ROLE_OF)})$")
"""A sentence of which it is sure that it says who is responsible."""
PLAIN_SENTENCE = re.compile(f"[^,;]+(?:{any_of(words.LEADING)}|{words.BY_DUTY_ALONE})(?:[,;]|$)")
"""One that does when all of its names are clearly those of units: 区商务局、区税务局负责."""
FIRST_IN_LIST = re.compile(words.FIRST_IN_LIST)
NO_LIST = re.compile(name_words.EXPLAINING)


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
    inside = LABEL_BARE.sub(r"\g<label>:", LABEL_IS.sub(r"\g<label>:", inside.strip(" ")))
    if all(SAME_UNITS.fullmatch(part) for part in PARTS.split(inside)):
        return Responsibility(same=inside)
    if (match := CLAUSES_ABOVE.match(inside)) and LABEL.match(inside, match.end()):
        labelled = read_labels(inside[match.end() :], assigns)
        return labelled and replace(labelled, above=clauses_meant(match["count"]))
    if label := LABEL.search(inside):
        before, behind = inside[: label.start()].strip(" ,;。"), inside[label.start() :]
        return (
            _with_labels(read_parenthesis(before, assigns), behind, assigns) if before else read_labels(behind, assigns)
        )
    above: int | None = 1
    if match := CLAUSES_ABOVE.match(inside):
        above = clauses_meant(match["count"])
        inside = inside[match.end() :]
    inside, due_text = deadline_apart(inside)
    found = read_roles(inside)
    if found is None and lists and not NO_LIST.match(inside) and not LABEL.match(f"{inside}:"):
        names = split_names(inside)
        if names and all(map(is_unit, names)) and not {*names} <= {*name_words.KINDS_OF_PLACES}:
            found = Responsibility(tuple(listed(names, "", assigns)))
    return None if found is None else replace(with_builders(found), above=above, due_text=due_text)


def _with_labels(found: Responsibility | None, behind: str, assigns: Assigns | None) -> Responsibility | None:
    """What words say, with what labels behind them add: 区水务局牵头;配合单位:各镇;完成时限:2024年."""
    labelled = found and read_labels(behind, assigns, is_led=found.mode is not None)
    if found is None or labelled is None:
        return found
    named = {one.name for one in found.assignees}
    return replace(
        found,
        assignees=(*found.assignees, *(one for one in labelled.assignees if one.name not in named)),
        post=labelled.post or found.post,
        due_text=labelled.due_text or found.due_text,
    )


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
    return replace(found, items=named_numbers(match["items"]))
