"""Pipelines and units of services that cannot be run here: they can be read, and what they call is there."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli.parser import make_parser
from tests.conftest import ROOT
from tests.deploy.conftest import DEPLOY

PIPELINES = ("github.yml", "gitlab-ci.yml", "gitee.yml")
SCRIPTS = ("update.sh", "post-receive", "rsync.sh")


def read(name: str) -> Any:
    """What a pipeline says."""
    return yaml.safe_load((DEPLOY / name).read_text(encoding="utf-8"))


def words(value: Any) -> list[str]:
    """All texts in a pipeline."""
    if isinstance(value, dict):
        return [word for item in value.values() for word in words(item)]
    if isinstance(value, list):
        return [word for item in value for word in words(item)]
    return [str(value)]


@pytest.mark.parametrize("name", PIPELINES)
def test_what_a_pipeline_calls_is_there(name: str) -> None:
    """Every command of ours can be parsed, and every script of ours exists."""
    lines = [line.strip() for text in words(read(name)) for line in text.splitlines()]
    commands = [line.split()[1:] for line in lines if line.startswith("ledger ")]
    scripts = [line.split()[0] for line in lines if line.startswith("/opt/ledger/deploy/")]
    assert commands or scripts
    for command in commands:
        make_parser().parse_args(command)
    assert all((DEPLOY / Path(script).name).exists() for script in scripts)


def test_the_whole_history_is_fetched() -> None:
    """The change log and the released versions need every commit and every tag."""
    (checkout,) = (s["with"] for s in read("github.yml")["jobs"]["build"]["steps"] if "checkout" in s.get("uses", ""))
    assert checkout["fetch-depth"] == 0 and checkout["fetch-tags"] and checkout["persist-credentials"] is False
    variables = read("gitlab-ci.yml")["variables"]
    assert variables["GIT_DEPTH"] == "0" and "--tags" in variables["GIT_FETCH_EXTRA_FLAGS"]
    assert "--depth" not in (DEPLOY / "update.sh").read_text(encoding="utf-8")


def test_github_gives_the_least_rights_and_pins_its_actions() -> None:
    """Nobody may change what runs here without a change of ours; only the last job may change the site."""
    pipeline = read("github.yml")
    assert pipeline["permissions"] == {}
    rights = {name: job["permissions"] for name, job in pipeline["jobs"].items()}
    assert rights == {"build": {"contents": "read"}, "deploy": {"pages": "write", "id-token": "write"}}
    used = [step["uses"] for job in pipeline["jobs"].values() for step in job["steps"] if "uses" in step]
    assert [action for action in used if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action)] == []
    assert all("latest" not in job["runs-on"] for job in pipeline["jobs"].values())


def test_versions_of_packages_are_pinned() -> None:
    """Programs are installed from lists with checksums, into an image of a fixed version."""
    for name in PIPELINES[:2]:
        installs = re.findall(r"pip install (.*)", (DEPLOY / name).read_text(encoding="utf-8"))
        assert installs and all("--require-hashes" in line or "--no-deps" in line for line in installs)
    assert re.search(r":3\.11\.\d+-", read("gitlab-ci.yml")["default"]["image"])
    assert (ROOT / "requirements.lock").is_file()


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_are_right_for_a_plain_shell(name: str) -> None:
    """``sh`` reads them, and they can be executed."""
    subprocess.run(["sh", "-n", DEPLOY / name], check=True)
    assert (DEPLOY / name).stat().st_mode & 0o111


def test_units_of_systemd() -> None:
    """They name each other and scripts that are there; systemd itself reads them where it is installed."""
    units = {}
    for suffix in ("service", "timer"):
        unit = configparser.ConfigParser(strict=False, interpolation=None)
        unit.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their letters
        unit.read(DEPLOY / "systemd" / f"ledger-publish.{suffix}", encoding="utf-8")
        units[suffix] = unit
    service = units["service"]["Service"]
    assert (DEPLOY / Path(service["ExecStart"]).name).exists()
    assert service["ProtectSystem"] == "strict" and service["NoNewPrivileges"] == "yes" and service["User"] != "root"
    assert units["timer"]["Install"]["WantedBy"] == "timers.target"


def test_systemd_finds_no_fault(tmp_path: Path) -> None:
    """Its own check, with a script that is there in place of the installed one."""
    checker = shutil.which("systemd-analyze")
    if checker is None:
        return  # most machines without systemd cannot install it; the test above has read the files
    for suffix in ("service", "timer"):
        text = (DEPLOY / "systemd" / f"ledger-publish.{suffix}").read_text(encoding="utf-8")
        text = text.replace("/opt/ledger/deploy/update.sh", str(DEPLOY / "update.sh"))
        (tmp_path / f"ledger-publish.{suffix}").write_text(text, encoding="utf-8")
    files = [str(path) for path in sorted(tmp_path.iterdir())]
    done = subprocess.run([checker, "verify", *files], capture_output=True, text=True, check=False)
    assert [line for line in done.stderr.splitlines() if "ledger-publish" in line] == []
