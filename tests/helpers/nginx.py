"""A real nginx with the settings that we give to offices, on a port of this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.helpers.browsing import hosted

ROOT = Path(__file__).resolve().parent.parent.parent
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
needs_nginx = pytest.mark.skipif(NGINX is None, reason="needs nginx")

AROUND = """
pid {run}/nginx.pid;
error_log {run}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {run}/body; proxy_temp_path {run}/proxy; fastcgi_temp_path {run}/fastcgi;
    uwsgi_temp_path {run}/uwsgi; scgi_temp_path {run}/scgi;
    {server}
}}
"""


@contextmanager
def served(target: Path, run: Path) -> Iterator[str]:
    """The address of a public site; nginx runs as long as the block.

    Args:
        target: what was published to.
        run: an empty folder for nginx's own files.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    assert settings.count("listen 80;") == 1 and settings.count("root /srv/www/guihua;") == 1
    settings = settings.replace("listen 80;", f"listen 127.0.0.1:{port};")
    settings = settings.replace("root /srv/www/guihua;", f"root {target.absolute()};")
    file = run / "nginx.conf"
    user = "user root;\n" if os.geteuid() == 0 else ""
    file.write_text(user + AROUND.format(run=run, server=settings), encoding="utf-8")
    nginx = [str(NGINX), "-p", str(run), "-c", str(file), "-e", str(run / "error.log")]
    subprocess.run([*nginx, "-t", "-q"], check=True)
    server = subprocess.Popen([*nginx, "-g", "daemon off;"])
    try:
        while server.poll() is None:
            with suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def strictly_hosted(site: Path, at: str = "/sub/") -> Iterator[str]:
    """A site's address in a folder of a server with our settings, whose policy every page must obey; where there is no
    nginx, the policy is that of the pages themselves."""
    if NGINX is None:
        with hosted(site, at) as address:
            yield address
        return
    with TemporaryDirectory(prefix="nginx-") as name:
        root, run = Path(name, "root"), Path(name, "run")
        run.mkdir()
        folder = root / at.strip("/")
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.symlink_to(site.resolve())
        Path(name).chmod(0o755)
        with served(root, run) as address:
            yield address + at
