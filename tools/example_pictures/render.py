"""Renders the drawings as JPEG files: ``python -m tools.example_pictures.render [NAME ...]``."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tools.example_pictures.catalogue import SHEETS
from tools.example_pictures.kit import Sheet

PICTURES = Path(__file__).parents[2] / "src" / "redaksi" / "example" / "pictures"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
QUALITIES = range(72, 37, -2)
LARGEST = 156_000
"""Bytes that a picture may have; grain is dear, and nobody sees the last points of quality."""


def main(names: list[str]) -> None:
    """Draw the sheets named, or all of them, into the folder of the example newspaper."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for name in names or SHEETS:
            target = PICTURES / f"{name}.jpg"
            target.write_bytes(jpeg(browser, SHEETS[name]()))
            print(f"{target.name}: {target.stat().st_size // 1000} kB")
        browser.close()


def jpeg(browser: Browser, sheet: Sheet) -> bytes:
    """Return a drawing as the best progressive JPEG that is small enough."""
    page = browser.new_page(viewport={"width": sheet.width, "height": sheet.height})
    page.set_content(f"<style>body{{margin:0}}svg{{display:block}}</style>{sheet.svg()}")
    image = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    page.close()
    largest = LARGEST * sheet.width * sheet.height // (1600 * 1067)
    for quality in QUALITIES:
        data = written(image, quality)
        if len(data) <= largest:
            break
    return data


def written(image: Image.Image, quality: int) -> bytes:
    """Return an image as JPEG data."""
    target = io.BytesIO()
    image.save(target, "JPEG", quality=quality, progressive=True, optimize=True)
    return target.getvalue()


if __name__ == "__main__":
    main(sys.argv[1:])
