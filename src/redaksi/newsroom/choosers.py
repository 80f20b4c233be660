"""Lets choosers in forms start without the inline script that Wagtail writes behind each."""

from __future__ import annotations

import json
import re
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.widgets import BaseChooser

#: What choosers answer to ``render_js_init``: ``new ImageChooser("id_x", {...});``
CALL = re.compile(r"\A(?P<new>new )?(?P<name>[\w.]+)\((?P<arguments>.*)\);\Z", re.DOTALL)


def start_choosers_from_data() -> None:
    """Replace the script of every chooser by data that ``widgets.js`` reads.

    The script is made in Python without the request, so that neither a template nor the
    policy's nonce reaches it.
    """
    BaseChooser.render = _render


def _render(
    chooser: Any, name: str, value: Any, attrs: dict[str, str], renderer: Any = None
) -> SafeString:
    data = chooser.get_value_data(value)
    html = chooser.render_html(name, data, attrs)
    start = start_of(chooser.render_js_init(attrs["id"], name, data))
    mark = format_html('<span hidden data-chooser-start="{}"></span>', json.dumps(start))
    return SafeString(html + mark)


def start_of(script: str) -> dict[str, Any]:
    """Return whom to call and with what, from the one call that a chooser's script is.

    Raises:
        ValueError: if the script is anything else.
    """
    call = CALL.match(script.strip())
    if call is None:
        raise ValueError(f"A chooser starts itself in an unknown way: {script}")
    arguments = json.loads(f"[{call['arguments']}]")
    return {"new": bool(call["new"]), "name": call["name"], "arguments": arguments}
