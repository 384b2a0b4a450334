"""Pictures with few colours: a page of text needs no more, and weighs a third."""

from __future__ import annotations

import base64
import struct
import zlib
from typing import Any, Final

from playwright.sync_api import Page

REDUCE: Final = """async (address) => {
    const image = new Image(); image.src = address; await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d'); context.drawImage(image, 0, 0);
    const data = context.getImageData(0, 0, image.width, image.height).data;
    const rough = (value) => (value & 0xF8) | (value >> 5), counts = new Map(), keys = [];
    for (let at = 0; at < data.length; at += 4) {
        const key = (rough(data[at]) << 16) | (rough(data[at + 1]) << 8) | rough(data[at + 2]);
        keys.push(key); counts.set(key, (counts.get(key) || 0) + 1);
    }
    const palette = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 256).map(([key]) => key);
    const parts = (key) => [key >> 16, (key >> 8) & 255, key & 255];
    const distance = (a, b) => parts(a).reduce((sum, value, at) => sum + (value - parts(b)[at]) ** 2, 0);
    const places = new Map(palette.map((key, at) => [key, at]));
    for (const key of counts.keys()) {
        if (places.has(key)) continue;
        let best = 0;
        palette.forEach((other, at) => { if (distance(key, other) < distance(key, palette[best])) best = at; });
        places.set(key, best);
    }
    let pixels = '';
    for (const key of keys) pixels += String.fromCharCode(places.get(key));
    return {width: image.width, height: image.height, palette: palette.flatMap(parts), pixels: btoa(pixels)};
}"""
"""Runs in a browser: the colours of a picture, at most 256, and for each point the number of its colour."""


def lighter(picture: bytes, blank: Page) -> bytes:
    """A PNG of a screen as one with at most 256 colours.

    Args:
        picture: the PNG as the browser made it.
        blank: an empty page of a browser, which decodes it.
    """
    address = f"data:image/png;base64,{base64.b64encode(picture).decode()}"
    found: Any = blank.evaluate(REDUCE, address)
    width, height, pixels = found["width"], found["height"], base64.b64decode(found["pixels"])
    rows = b"".join(b"\0" + pixels[at : at + width] for at in range(0, width * height, width))
    return b"".join(
        (
            b"\x89PNG\r\n\x1a\n",
            _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)),
            _chunk(b"PLTE", bytes(found["palette"])),
            _chunk(b"IDAT", zlib.compress(rows, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
