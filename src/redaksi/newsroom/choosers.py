"""Lets choosers in forms start without inline script, and speak the language of who looks.

Wagtail writes the script behind each chooser in Python without the request, so that neither a
template nor the policy's nonce reaches it; and it words the buttons of those for snippets when the
first form is made, in the language of whoever looked first.
"""

from __future__ import annotations

import json
import re
from typing import Any

from django.utils.functional import lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from wagtail.admin.widgets import BaseChooser
from wagtail.snippets.widgets import AdminSnippetChooser

#: What choosers answer to ``render_js_init``: ``new ImageChooser("id_x", {...});``
CALL = re.compile(r"\A(?P<new>new )?(?P<name>[\w.]+)\((?P<arguments>.*)\);\Z", re.DOTALL)


def start_choosers_from_data() -> None:
    """Replace the script of every chooser by data that ``widgets.js`` reads."""
    BaseChooser.render = _render


def word_choosers_for_who_looks() -> None:
    """Word the buttons of choosers of snippets each time they are shown."""
    made = AdminSnippetChooser.__init__

    def make(chooser: Any, model: Any = None, **kwargs: Any) -> None:
        made(chooser, model, **{**_wording(model or chooser.model), **kwargs})

    AdminSnippetChooser.__init__ = make


def _wording(model: Any) -> dict[str, Any]:
    name = model._meta.verbose_name
    return {
        "choose_one_text": _worded("Choose %(object)s", name),
        "choose_another_text": _worded("Choose another %(object)s", name),
        "link_to_chosen_text": _worded("Edit this %(object)s", name),
    }


def _word(message: str, name: Any) -> str:
    return gettext(message) % {"object": name}


_worded = lazy(_word, str)


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
