"""Finds the body where the markup of a known system names it: Joomla 1.0 to 5, K2."""

from __future__ import annotations

from redaksi.formats.page.markup.trees import Tree, elements, text_of


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
_FURNITURE_CLASSES = """
    page-header article-info content_rating content_vote pagenav pagenavigation icons
    contentheading createdate modifydate createdby buttonheading article_separator tags
    itemToolbar itemRatingBlock itemHeader itemLinks itemComments itemAuthorBlock
    itemNavigation itemImageBlock itemSocialSharing breadcrumb module moduletable
"""
_FURNITURE = f".//*[{' or '.join(map(_has, _FURNITURE_CLASSES.split()))}]"
_FEWEST_LETTERS = 80


def marked_body(tree: Tree) -> Tree | None:
    """The element that holds the body, if the page was made by Joomla or K2."""
    for places in _BODIES:
        for element in elements(tree, places):
            if len(text_of(element).strip()) >= _FEWEST_LETTERS:
                return element
    return None


def furniture_of(body: Tree) -> set[Tree]:
    """The elements inside a Joomla body that are not text: rating, pager, info block."""
    return set(elements(body, _FURNITURE))
