"""A folder's own mkdocs.yml, read before the engine reads it: whether it names code that would then run here.

The engine loads hooks, plugins, templates and extensions that its settings name, and even builds objects that tags of
YAML name. What is allowed without a person's word is what the settings of this program have; their values may differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mkdocs.exceptions import Abort

from generator.language import command_words
from generator.language.findings import yaml_words
from generator.language.findings.file_words import why_unfit
from generator.ledger.reading.findings import Finding
from generator.ledger.reading.nodes import Mapping, Node, Scalar, Sequence
from generator.ledger.reading.yaml_reader import read_text
from generator.publish.site_writer import BuildStopped
from generator.support.files import UnfitFile, read_plain
from generator.support.packaged_files import DOCS

PLUGIN, THEME_NAME = "ledger", "material"
MARKDOWN_EXTENSIONS = ("toc", "tables", "fenced_code", "attr_list", "def_list")
"""What nearly every site has; others are imported when they are needed, and may be anybody's."""
LARGEST = 1024 * 1024
"""Bytes of a mkdocs.yml."""
CODE = ("hooks", "extra_templates", "INHERIT")
"""Settings that name files with code, templates, or more settings."""
THEME_CODE = ("custom_dir",)
TRICKS = ("yaml-tag", "yaml-anchor", "yaml-alias")
"""Findings about YAML that is right and does more than to hold values."""
ENVIRONMENT = re.compile(r"(?<=\s)!ENV(?=\s)")
"""A value of the environment: the one tag that is harmless."""

UNREAD = (ValueError, TypeError, OSError, RecursionError, SyntaxError)
"""What the engine lets through, beside its own exceptions, where it cannot read settings."""


@dataclass(frozen=True, slots=True)
class EngineSettings:
    """What is known of a mkdocs.yml by reading it alone."""

    root: Node | None
    findings: list[Finding]

    @property
    def docs(self) -> str:
        """The folder of the hand-written pages."""
        value = self.root.get("docs_dir") if isinstance(self.root, Mapping) else None
        return value.text if isinstance(value, Scalar) and value.text else DOCS.name

    def unreadable(self, *, trust: bool) -> str:
        """Why it is of no use, in Chinese; empty where it can be used, or where only a person's trust is missing."""
        faults = [finding for finding in self.findings if finding.code not in TRICKS]
        if faults and not (trust and isinstance(self.root, Mapping)):
            return str(faults[0])
        return "" if self.findings or isinstance(self.root, Mapping) else command_words.CONFIG_NO_SETTINGS

    def foreign_code(self) -> list[str]:
        """The settings that may run code of somebody else, each with its line; empty where there are none."""
        if not isinstance(self.root, Mapping) or self.findings:
            return [f"YAML（{finding.mark.line}）" for finding in self.findings[:1]]
        root = self.root
        named = [_at(root, key, key) for key in CODE if root.get(key) is not None]
        theme = root.get("theme")
        if isinstance(theme, Mapping):
            named += [_at(theme, key, f"theme.{key}") for key in THEME_CODE if theme.get(key) is not None]
            theme = theme.get("name") or theme
        if isinstance(theme, Scalar) and theme.text != THEME_NAME:
            named.append(f"theme.name: {theme.text}（{theme.mark.line}）")
        named += _others("plugins", root.get("plugins"), (PLUGIN,))
        return named + _others("markdown_extensions", root.get("markdown_extensions"), MARKDOWN_EXTENSIONS)


def read_settings(file: Path) -> EngineSettings:
    """Read a mkdocs.yml strictly, without building anything of it. Raises UnfitFile where it is too large."""
    text = ENVIRONMENT.sub("", read_plain(file, LARGEST).decode("utf-8-sig", errors="replace"))
    return EngineSettings(*read_text(text, file.name))


def docs_folder(file: Path) -> str:
    """The folder of hand-written pages that the settings of a place name, as far as they can be read."""
    try:
        return read_settings(file).docs
    except (UnfitFile, OSError):
        return DOCS.name


def trusted_settings(file: Path, used: Path, *, trust: bool) -> EngineSettings:
    """Settings that may be given to the engine.

    Args:
        file: where the folder has its own, for the words.
        used: the file that is read.
        trust: whether a person said that code which they name may run.

    Raises:
        BuildStopped: they are of no use, or name code that nobody trusts.
    """
    try:
        settings = read_settings(used)
    except UnfitFile as unfit:
        raise BuildStopped(command_words.BAD_CONFIG.format(file=file, message=why_unfit(unfit))) from unfit
    if unreadable := settings.unreadable(trust=trust):
        raise BuildStopped(command_words.BAD_CONFIG.format(file=file, message=unreadable))
    if not trust and (refused := settings.foreign_code()):
        keys = command_words.LIST_SEPARATOR.join(refused)
        raise BuildStopped(command_words.FOREIGN_CODE.format(file=file, keys=keys))
    _refuse_unfit_parents(used, settings)
    return settings


def _refuse_unfit_parents(file: Path, settings: EngineSettings) -> None:
    """Refuse settings whose file stands on another one that is missing or of no use. Raises BuildStopped."""
    seen = [file.resolve()]
    while isinstance(settings.root, Mapping) and (named := settings.root.get("INHERIT")) is not None:
        place = f"{file}:{settings.root.key_mark('INHERIT').line}"
        parent = file.parent / named.text if isinstance(named, Scalar) and named.text else None
        if parent is None or not parent.is_file():
            message = command_words.NO_INHERITED.format(name=parent or command_words.NO_NAME)
        elif parent.resolve() in seen:
            message = command_words.INHERITS_ITSELF.format(name=parent)
        else:
            file, seen = parent, [*seen, parent.resolve()]
            settings, message = _read_parent(parent)
            place = str(parent)
        if message:
            raise BuildStopped(command_words.BAD_CONFIG.format(file=place, message=message))


def _read_parent(file: Path) -> tuple[EngineSettings, str]:
    """Settings that another file inherits, and why they are of no use; empty where they can be used."""
    try:
        settings = read_settings(file)
    except UnfitFile as unfit:
        return EngineSettings(None, []), why_unfit(unfit)
    return settings, settings.unreadable(trust=True)


def message_of(error: Exception) -> str:
    """Why the engine stopped: its own words, or ours where it has none or logged them before."""
    if isinstance(error, Abort):
        return str(error) if error.__cause__ else command_words.CONFIG_REFUSED
    return yaml_words.UNREAD_BY_ENGINE if isinstance(error, UNREAD) else getattr(error, "message", None) or str(error)


def _at(mapping: Mapping, key: str, name: str) -> str:
    return f"{name}（{mapping.key_mark(key).line}）"


def _others(key: str, node: Node | None, allowed: Iterable[str]) -> list[str]:
    """The items of a list or the keys of a mapping that are not among those that are allowed."""
    named: list[tuple[str, int]] = []
    items = node.items if isinstance(node, Sequence) else (node,) if node is not None else ()
    for item in items:
        if isinstance(item, Mapping):
            named += [(name, item.key_mark(name).line) for name in item.values]
        elif isinstance(item, Scalar) and item.text:
            named.append((item.text, item.mark.line))
    return [f"{key}: {name}（{line}）" for name, line in named if name not in allowed]
