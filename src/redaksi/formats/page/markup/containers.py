"""Finds the body where the markup of a known system names it: Joomla 1.0 to 5, K2."""

from __future__ import annotations

from redaksi.formats.page.markup.parsing import Tree


def _has(name: str) -> str:
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


_JOOMLA_PAGE = f"//*[{_has('item-page')} or {_has('com-content-article')}]"
_BODIES = (
    f"{_JOOMLA_PAGE}//*[@itemprop='articleBody' or {_has('com-content-article__body')}]",
    f"//*[{_has('itemBody')}][.//*[{_has('itemFullText')} or {_has('itemIntroText')}]]",
    _JOOMLA_PAGE,
    f"//table[{_has('contentpaneopen')}][.//td[@valign='top' and not({_has('contentheading')})]]",
    f"//table[{_has('contentpaneopen')}][not(.//td[{_has('contentheading')}])]",
)
_FURNITURE = (
    f".//*[{_has('page-header')} or {_has('article-info')} or {_has('content_rating')}"
    f" or {_has('content_vote')} or {_has('pagenav')} or {_has('pagenavigation')} or {_has('icons')}"
    f" or {_has('contentheading')} or {_has('createdate')} or {_has('modifydate')} or {_has('createdby')}"
    f" or {_has('buttonheading')} or {_has('article_separator')} or {_has('tags')} or {_has('itemToolbar')}"
    f" or {_has('itemRatingBlock')} or {_has('itemHeader')} or {_has('itemLinks')} or {_has('itemComments')}"
    f" or {_has('itemAuthorBlock')} or {_has('itemNavigation')} or {_has('itemImageBlock')}"
    f" or {_has('itemSocialSharing')} or {_has('breadcrumb')} or {_has('module')} or {_has('moduletable')}]"
)
_FEWEST_LETTERS = 80


def marked_body(tree: Tree) -> Tree | None:
    """The element that holds the body, if the page was made by Joomla or K2."""
    for places in _BODIES:
        for element in tree.xpath(places):
            if len("".join(element.itertext()).strip()) >= _FEWEST_LETTERS:
                return element
    return None


def furniture_of(body: Tree) -> set[Tree]:
    """The elements inside a Joomla body that are not text: rating, pager, info block."""
    return set(body.xpath(_FURNITURE))
