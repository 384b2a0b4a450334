"""Files of the program that a site of the engine has beside those of its folder: docs/, theme, scripts, styles."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.support.packaged_files import DOCS

THEME = Path(__file__).parent.parent / "theme"
"""What this site adds to the theme of the engine."""
THEME_ICON = "assets/images/favicon.png"
"""The theme's own icon, which no page of ours shows."""


def docs_folders(config: MkDocsConfig) -> tuple[Path, ...]:
    """Where hand-written pages are: the folder's own docs/, and behind it those that the program brings."""
    return tuple(dict.fromkeys((Path(config.docs_dir), DOCS)))


def packaged_files(config: MkDocsConfig, files: Files) -> list[File]:
    """The files of the program's docs/ that the folder's own docs/ does not have."""
    site, directories = config.site_dir, config.use_directory_urls
    names = (path.relative_to(DOCS).as_posix() for path in sorted(DOCS.rglob("*")) if path.is_file())
    return [File(name, str(DOCS), site, directories) for name in names if not files.get_file_from_path(name)]


def add_version(config: MkDocsConfig, folder: str, version: str) -> None:
    """Let the addresses of the site's own scripts and styles, which are below a folder, end with their version."""
    config.extra["asset_version"] = version
    config.extra_css = [f"{path}{version}" if path.startswith(f"{folder}/") else path for path in config.extra_css]
    for script in config.extra_javascript:
        if isinstance(script, ExtraScriptValue) and script.path.startswith(f"{folder}/"):
            script.path += version
