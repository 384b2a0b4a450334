"""Runs of the engine with a project's settings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound, TemplateSyntaxError
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.structure.files import get_files, set_exclusions
from mkdocs.structure.nav import get_navigation

from generator.language import command_words
from generator.language.pages import handwritten_words
from generator.publish.engine.own_code import python_words, told_place
from generator.publish.engine.page_frame import PageFrame, base_path
from generator.publish.engine.previewed_site import MemoryBytecode, PreviewedSite
from generator.publish.engine.settings import PLUGIN, UNREAD, message_of, trusted_settings
from generator.publish.engine.site_files import docs_folders
from generator.publish.handwritten_pages import refuse_unreadable
from generator.publish.links.check import KnownPages
from generator.publish.search.record_texts import SearchSource
from generator.publish.site_content import BackgroundChecks, BuildOptions
from generator.publish.site_writer import BuildStopped, SiteWriter
from generator.support.child_process import CAN_FORK
from generator.support.files import refusal_in
from generator.support.packaged_files import DOCS, SETTINGS, own_or_packaged

if TYPE_CHECKING:
    from generator.publish.mkdocs_plugin import LedgerPlugin

FEWEST_ROWS = 5_000
"""Rows for which a process that checks them is worth its start."""


class InvalidAfterAll(SystemExit):
    """The ledger has faults, as is known only now. The engine catches no such thing, and says nothing in English."""


@dataclass(frozen=True, slots=True)
class EngineRun:
    """What a run of the engine gives: the path at which the site will live, what is known of its pages, and what the
    search knows beside them."""

    base: str
    known: KnownPages
    search: SearchSource


class Project:
    """A project's mkdocs.yml with the options of a build."""

    def __init__(self, config_file: Path, options: BuildOptions) -> None:
        """Read the settings. Raises BuildStopped when they are not there or not right."""
        self._root = config_file.absolute().parent
        self._config, self._foreign = _load_settings(config_file, trust=options.trust)
        self._plugin: LedgerPlugin = self._config.plugins[PLUGIN]  # type: ignore[assignment]  # its name there
        self._plugin.forget()
        _override(self._plugin, options)

    @property
    def keep(self) -> list[str]:
        """Patterns of files that go on to the next site although this program did not write them."""
        return self._plugin.config.keep

    @property
    def search(self) -> bool:
        """Whether the site gets its search index."""
        return self._plugin.config.search

    @property
    def may_fork(self) -> bool:
        """Whether the work may be shared by several processes."""
        return CAN_FORK and self._plugin.config.jobs != 1

    @property
    def sources(self) -> list[Path]:
        """The files and folders that the site is made from."""
        inputs = self._plugin.inputs(self._config)
        folders = (*docs_folders(self._config), self._config.theme.custom_dir)
        own = [Path(folder) for folder in folders if folder]
        return [inputs.ledger, inputs.contract, *own, *([inputs.sources] if inputs.sources else [])]

    def preview(self, address: str, checks: BackgroundChecks | None, bytecode: MemoryBytecode) -> PreviewedSite:
        """The site of a preview, with pages that are made when they are asked for.

        Args:
            address: where it is shown.
            checks: what checks the ledger meanwhile; None where it is checked first.
            bytecode: the compiled templates of pages and of the theme.
        """
        config, plugin = self._config, self._plugin
        config.site_url = address
        plugin.on_demand, plugin.checks = bytecode, checks
        config.plugins.on_startup(command="serve", dirty=False)
        with self.errors_told():
            config = config.plugins.on_config(config)
            config.plugins.on_pre_build(config=config)
            env, files = config.theme.get_env(), get_files(config)
            files = config.plugins.on_files(files, config=config)
            set_exclusions(files, config)
            nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
            env = config.plugins.on_env(env, config=config, files=files)
        documents = files.documentation_pages()
        return PreviewedSite(plugin, PageFrame(config, nav, files, env, documents, plugin.put))

    def build(self, writer: SiteWriter) -> EngineRun:
        """Build the whole site into the writer's new folder, which is emptied first.

        Raises:
            BuildStopped: the ledger has faults, or MkDocs warned of anything.
        """
        config, self._plugin.writer = self._config, writer
        self._plugin.checks = BackgroundChecks(FEWEST_ROWS) if self.may_fork else None
        config.site_dir = str(writer.new)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            with self.errors_told():
                mkdocs_build.build(config)
        finally:
            config.plugins.on_shutdown()
        return EngineRun(base_path(config), self._plugin.known_pages(), self._plugin.search_source)

    @contextmanager
    def errors_told(self) -> Iterator[None]:
        """Say in Chinese why the engine stopped, as far as that is not a fault of this program. Raises BuildStopped."""
        try:
            yield
        except InvalidAfterAll as invalid:
            raise BuildStopped(str(invalid)) from invalid
        except BuildStopped:
            raise
        except (Exception, SystemExit) as error:
            if (words := self._why_stopped(error)) is None:
                raise
            raise BuildStopped(words) from error

    def _why_stopped(self, error: Exception | SystemExit) -> str | None:
        """Why the engine stopped; None where nobody knows."""
        plugin = self._plugin
        if isinstance(error, Abort) and error.__cause__:  # the plugin's own
            return message_of(error)
        if isinstance(error, TemplateSyntaxError):
            values = {"file": error.filename, "line": error.lineno, "message": error.message}
            return command_words.BAD_TEMPLATE.format(**values)
        if words := _of_foreign_code(error, self._root, ()):
            return words
        if isinstance(error, Abort):
            return command_words.ENGINE_WARNED
        if isinstance(error, RecursionError) and plugin.converted:
            return handwritten_words.TOO_DEEP.format(page=plugin.converted)
        asked = plugin.templates.get(str(error.name)) if isinstance(error, TemplateNotFound) else None
        if (page := asked or plugin.built_with_settings) and not _is_refusal(error):
            values = {"docs": Path(self._config.docs_dir).name, "page": page}
            return command_words.PAGE_SETTINGS_FAILED.format(error=python_words(error), **values)
        return _of_foreign_code(error, self._root, self._foreign)


def _is_refusal(error: BaseException) -> bool:
    """Whether the system refused something, as a full disk does: whoever writes tells of that."""
    refusal = refusal_in(error)
    return refusal is not None and command_words.why_not_written(refusal) is not None


def _of_foreign_code(error: BaseException, root: Path, foreign: Sequence[str]) -> str | None:
    """What is said of an error in code that settings name, or that is there because of it; None where it is ours.

    Args:
        error: what was raised.
        root: the folder of the settings.
        foreign: the settings that name code which a person trusts.
    """
    if _is_refusal(error):
        return None
    if words := told_place(error, root):
        return words
    keys = command_words.LIST_SEPARATOR.join(foreign)
    return command_words.FOREIGN_CODE_FAILED.format(error=python_words(error), keys=keys) if keys else None


def _load_settings(file: Path, *, trust: bool) -> tuple[MkDocsConfig, list[str]]:
    """The settings of a folder's mkdocs.yml, or the packaged ones where it has none; those that name foreign code.

    Raises BuildStopped.
    """
    used = own_or_packaged(file, SETTINGS)
    if not used.exists() or used.is_dir() or not file.absolute().parent.is_dir():
        raise BuildStopped(command_words.NO_CONFIG.format(file=file))
    settings = trusted_settings(file, used, trust=trust)
    docs = own_or_packaged(file.absolute().parent / settings.docs, DOCS)
    refuse_unreadable(docs)
    root, foreign = file.absolute().parent, settings.foreign_code() if trust else []
    try:
        with used.open("rb") as stream:
            config = load_config(stream, config_file_path=str(file.absolute()), strict=True, docs_dir=str(docs))
    except (Exception, SystemExit) as error:
        if told := _of_foreign_code(error, root, () if isinstance(error, (MkDocsException, *UNREAD)) else foreign):
            raise BuildStopped(told) from error
        if not isinstance(error, (MkDocsException, *UNREAD)):
            raise
        raise BuildStopped(command_words.BAD_CONFIG.format(file=file, message=message_of(error))) from error
    if PLUGIN not in config.plugins:
        raise BuildStopped(command_words.BAD_CONFIG.format(file=file, message=command_words.CONFIG_NO_PLUGIN))
    return config, foreign


def _override(plugin: LedgerPlugin, options: BuildOptions) -> None:
    """Let options stand above the settings of the plugin."""
    paths = {"ledger": options.data, "contract": options.contract, "sources": options.sources}
    plugin.config.update({name: str(path.resolve()) for name, path in paths.items() if path})
    plugin.config["search"] = plugin.config["search"] and options.search
    if not options.further:
        plugin.config["formats"] = []
    plugin.config["jobs"] = options.jobs or plugin.config["jobs"]
