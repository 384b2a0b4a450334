"""A site goes to another server: only what changed, and what its owner put there stays."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.deploy.conftest import DEPLOY
from tests.helpers.sites import snapshot, times

pytestmark = pytest.mark.skipif(shutil.which("rsync") is None, reason="needs rsync")


def test_a_site_is_sent(place: Path, server: Mapping[str, str], tmp_path: Path) -> None:
    """The same files arrive; a second time only changed ones move, and those that are gone go."""
    there = tmp_path / "there"
    (there / ".well-known").mkdir(parents=True)
    for name in ("CNAME", ".well-known/token", "gone.html"):
        (there / name).write_text("x", encoding="utf-8")
    environment = {**server, "SITE": "site"}
    command = ["sh", str(DEPLOY / "rsync.sh"), str(there)]
    subprocess.run(command, cwd=place, env=environment, check=True, capture_output=True)
    sent = snapshot(there)
    assert {"CNAME": b"x", ".well-known/token": b"x"} | snapshot(place / "site") == sent
    before = times(there)
    with (place / "docs/about.md").open("a", encoding="utf-8") as file:
        file.write("\n又一段。\n")
    subprocess.run(command, cwd=place, env=environment, check=True, capture_output=True)
    changed = {name for name, time in times(there).items() if before.get(name) != time}
    assert "about/index.html" in changed and len(changed) < len(sent) / 2
    assert (there / "index.html").stat().st_mode & 0o777 == 0o644


def test_a_site_with_a_fault_is_not_sent(place: Path, server: Mapping[str, str], tmp_path: Path) -> None:
    """Nothing is sent when the site was not built; without a target the words say how to write it."""
    (place / "data/plans.yml").write_text("fault", encoding="utf-8")
    script = ["sh", str(DEPLOY / "rsync.sh")]
    done = subprocess.run([*script, str(tmp_path / "there")], cwd=place, env=server, check=False, capture_output=True)
    assert done.returncode == 1 and not (tmp_path / "there").exists()
    done = subprocess.run(script, cwd=place, env=server, check=False, capture_output=True)
    assert done.returncode == 2 and "用法" in done.stderr.decode()
