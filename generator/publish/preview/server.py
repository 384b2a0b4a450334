"""The server of a preview: pages for browsers on this machine, which reload when there are new ones."""

from __future__ import annotations

import json
import os
import webbrowser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, quote

from generator.language import command_words
from generator.publish.preview.messages import HTML, Answer, PreviewSettings, error_page
from generator.publish.preview.requests import BadRequest, check_host, wanted_file
from generator.publish.preview.states import Preview
from generator.publish.site_content import BuildOptions
from generator.publish.site_writer import BuildStopped

HOST = "127.0.0.1"
NEWS = "/-preview/news"
SCRIPT = "/-preview/script.js"
LONGEST = 25
"""Seconds that a browser waits for news before it asks again."""


class PreviewServer(ThreadingHTTPServer):
    """A server with the preview that it shows."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"
    """Windows would let two previews share one port, and each browser would reach either of them."""
    preview: Preview


class Handler(BaseHTTPRequestHandler):
    """Answers one browser."""

    protocol_version = "HTTP/1.1"
    server: PreviewServer

    def do_GET(self) -> None:
        """Answer with a page or a file, the script that reloads, or news."""
        try:
            check_host(self.headers.get_all("Host", []), self.server.server_port)
            path, query = wanted_file(self.path)
        except BadRequest as bad:
            self.send_error(bad.status)
            return
        if path == NEWS.lstrip("/"):
            self._send_news(query)
        elif path == SCRIPT.lstrip("/"):
            self._send(Answer(200, "text/javascript", Path(__file__).with_name("script.js").read_bytes()))
        else:
            version = self.server.preview.version
            answer = self.server.preview.ask(path)
            if answer.kind == HTML:
                answer = answer._replace(content=_with_script(answer.content, version))
            self._send(answer)

    def _send_news(self, query: str) -> None:
        """Wait until there is something that the browser does not know, and tell it."""
        known = {name: values[0] for name, values in parse_qs(query).items()}
        version, words = self.server.preview.wait_for_news(known.get("version", ""), known.get("words", ""), LONGEST)
        self._send(Answer(200, "application/json", json.dumps({"version": version, "words": words}).encode()))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Tell in Chinese what the server refuses, also what it refuses before it looks at the address."""
        self.close_connection = True
        words = command_words.PREVIEW_REFUSED.get(code, command_words.PREVIEW_REFUSED[400])
        self._send(Answer(code, HTML, error_page(words)))

    do_HEAD = do_GET  # noqa: N815 its name there

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        if answer.status == 302:
            self.send_header("Location", quote(answer.kind))
        else:
            self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.content)

    def log_message(self, format: str, *arguments: object) -> None:
        """Requests are not logged."""


def _with_script(html: bytes, version: str) -> bytes:
    """A page that reloads when there is another version of it."""
    script = f'<script src="{SCRIPT}" data-version="{version}" data-news="{NEWS}" defer></script>'.encode()
    before, body, after = html.rpartition(b"</body>")
    return before + script + body + after if body else html + script


def serve(config: Path, port: int, options: BuildOptions, *, open_browser: bool = False) -> None:
    """Show a site on this machine until Ctrl-C, and follow the changes of its files.

    Args:
        config: mkdocs.yml.
        port: where it is shown.
        options: what is done otherwise than ``config`` says.
        open_browser: whether the browser of this machine is told to show it.

    Raises:
        BuildStopped: the port is taken.
    """
    try:
        server = PreviewServer((HOST, port), Handler)
    except OSError as error:
        raise BuildStopped(command_words.PORT_TAKEN.format(port=port, other=port + 1)) from error
    address = f"http://{HOST}:{server.server_port}/"
    server.preview = Preview(PreviewSettings(config.absolute(), options, address))
    print(command_words.PREVIEW_AT.format(address=address), flush=True)
    if open_browser:
        webbrowser.open(address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print(command_words.PREVIEW_ENDED)
    finally:
        server.preview.stop()
        server.server_close()
