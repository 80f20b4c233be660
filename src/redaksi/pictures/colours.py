"""Brings the pixels of any image to eight-bit sRGB, with alpha only where it shows."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageCms

SRGB = ImageCms.createProfile("sRGB")
PROFILED_MODES = {"L", "RGB", "RGBA", "CMYK"}


def in_srgb(image: Image.Image) -> Image.Image:
    """Return the image in mode RGB, or RGBA if some pixel is not opaque."""
    flat = _in_eight_bits(image)
    profile = image.info.get("icc_profile")
    if profile and flat.mode in PROFILED_MODES:
        flat = _by_profile(flat, profile)
    return _without_idle_alpha(flat if flat.mode == "RGBA" else flat.convert("RGB"))


def _in_eight_bits(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I"):
        # Converting clips 16-bit values at 255 instead of scaling them.
        return image.point(lambda value: value * (1 / 256)).convert("L")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return image.convert("RGB") if image.mode == "P" else image


def _by_profile(image: Image.Image, profile: bytes) -> Image.Image:
    target = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(image, source, SRGB, outputMode=target)
    except (ImageCms.PyCMSError, OSError):
        return image
    return converted or image


def _without_idle_alpha(image: Image.Image) -> Image.Image:
    if image.mode != "RGBA":
        return image
    lowest, _ = image.getchannel("A").getextrema()
    return image.convert("RGB") if lowest == 255 else image
