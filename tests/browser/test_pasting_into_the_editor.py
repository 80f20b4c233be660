"""Whatever is pasted into the editor, the story stays a story."""

from __future__ import annotations

import json
import re

from playwright.sync_api import Page, expect

from tests.browser import editor
from tests.browser.conftest import SignIn
from tests.browser.served import Served

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal
{margin:0cm; font-family:"Calibri"}</style></head><body><!--StartFragment-->
<p class="MsoNormal" style="color:red"><b>Bupati</b> membuka pasar.<o:p></o:p></p>
<p class=MsoListParagraph><![if !supportLists]>·<![endif]>Dua kios</p><!--EndFragment--></body>"""
WEB_PAGE = """<h2 onclick="alert(1)">Bupati membuka pasar.</h2>
<p>Pedagang <a href="javascript:alert(1)">senang</a>, kata
<a href="https://contoh.example/umar">Umar</a>.</p>
<img src="https://asing.example/pasar.jpg" alt="Pasar"><img src=x onerror=alert(1)>
<script>alert(1)</script><iframe src="https://asing.example/"></iframe>"""
DOCUMENT = """<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">
<p dir="ltr"><span style="font-weight:400;">Bupati </span><span style="font-weight:700;">membuka
pasar.</span><span style="font-style:italic"> Ramai.</span></p></b>"""
CHAT = """[24/11 09.15] Umar: Bupati membuka pasar.
[24/11 09.16] Sari: <script>alert(1)</script> sudah dicek 👍"""
TABLES = """<p>Bupati membuka pasar.</p><table><caption>Harga hari ini</caption>
<tr><th>Barang</th><th><p>Harga</p></th></tr><tr><td><b>Beras</b></td><td>15.000</td></tr></table>
<table><tr><td><p>Kiri satu.</p><p>Kiri dua.</p></td><td>Kanan.</td></tr></table>"""
IN_LINES = "A table became lines of text: to have it as a table, add a table block."
LEFT_BEHIND = "Pictures stayed behind (2): upload those that you have the right to use."
PASTES = {
    "Dari Word": ("text/html", WORD, []),
    "Dari Situs": ("text/html", WEB_PAGE, [LEFT_BEHIND]),
    "Dari Dokumen": ("text/html", DOCUMENT, []),
    "Dari Tabel": ("text/html", TABLES, [IN_LINES]),
    "Dari Obrolan": ("text/plain", CHAT, []),
}

PASTE = """(editor, [type, content]) => {
  const data = new DataTransfer();
  data.setData(type, content);
  if (type === "text/html") data.setData("text/plain", "teks");
  const event = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
  editor.dispatchEvent(event);
}"""
#: Read from the table itself, because reading through the model cleans once more.
STORED = """
import json
from redaksi.articles.models import Article
from wagtail.models import Revision
for article in Article.objects.filter(headline__startswith="Dari "):
    body = article.latest_revision.content["body"]
    print(json.dumps([article.headline, json.loads(body)[0]["value"]]))
"""
CLEAN = {
    "Dari Word": "<p>Awal. <b>Bupati</b> membuka pasar.</p><p>Dua kios</p>",
    "Dari Situs": "<p>Awal. Bupati membuka pasar.</p><p>Pedagang senang, kata "
    '<a href="https://contoh.example/umar">Umar</a>.</p>',
    "Dari Dokumen": "<p>Awal. Bupati <b>membuka pasar.</b><i> Ramai.</i></p>",
    "Dari Tabel": "<p>Awal. Bupati membuka pasar.</p><p>Harga hari ini</p><p>Barang | Harga</p>"
    "<p><b>Beras</b> | 15.000</p><p>Kiri satu.</p><p>Kiri dua.</p><p>Kanan.</p>",
    "Dari Obrolan": "<p>Awal. [24/11 09.15] Umar: Bupati membuka pasar.</p>"
    "<p>[24/11 09.16] Sari: &lt;script&gt;alert(1)&lt;/script&gt; sudah dicek 👍</p>",
}


def test_no_paste_breaks_a_story(served: Served, sign_in: SignIn) -> None:
    page = sign_in("budi")

    told = {headline: paste(page, headline, *given[:2]) for headline, given in PASTES.items()}
    lines = served.run(STORED).splitlines()

    assert told == {headline: given[2] for headline, given in PASTES.items()}
    assert dict(map(json.loads, lines)) == CLEAN


def paste(page: Page, headline: str, kind: str, content: str) -> list[str]:
    """Paste behind a first word, save, open again; return the notices that were shown."""
    editor.open_new(page)
    editor.choose(page, "section", "Nasional")
    editor.write(page, headline, "Awal. ")
    editor.body_of(page).evaluate(PASTE, [kind, content])
    expect(page.locator("[name=body-0-value]")).to_have_value(re.compile("membuka pasar"))
    told = editor.messages(page, "warning")
    number = editor.save_draft(page)
    editor.open_story(page, number)
    expect(editor.body_of(page)).to_contain_text("membuka pasar.")
    return told
