"""Template tag for parts of the frame that are the same on many pages."""

from __future__ import annotations

from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.utils.translation import get_language

from redaksi.design.batches import once

register = template.Library()


class Once(template.Node):
    """Renders its content once in a batch of pages for each combination of what it depends on."""

    def __init__(self, content: NodeList, depends_on: list[FilterExpression]) -> None:
        self.content = content
        self.depends_on = depends_on

    def render(self, context: template.Context) -> str:
        """Return the content, made now or earlier in the batch."""
        values = [
            expression.resolve(context, ignore_failures=True) for expression in self.depends_on
        ]
        key = ("once", get_language(), *map(str, values))
        return once(key, lambda: str(self.content.render(context)))


@register.tag("once")
def compile_once(parser: Parser, token: Token) -> Once:
    """Read ``{% once "name" value ... %} ... {% endonce %}``; values are all it depends on."""
    _name, *words = token.split_contents()
    content = parser.parse(("endonce",))
    parser.delete_first_token()
    return Once(content, [parser.compile_filter(word) for word in words])
