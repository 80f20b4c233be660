// Cleans what is pasted into the editor before the editor reads it, and says so when pictures
// stay behind or a table became lines. The server cleans again; here it is about words: no script's
// text in a story, and bold that is bold, which other programs say in styles that the policy does
// not let the editor see.
const words = document.currentScript.dataset;
const STYLES = /<style\b[\s\S]*?<\/style\s*>/gi;
const TAG = /<[a-z][^>]*>/gi;
const ACTIVE = /(\s)(style|on\w+)(?=\s*=)/gi;
const BULLETS = /<!\[if !supportLists\]>[\s\S]*?<!\[endif\]>/gi;
const FRAGMENT = /<!--StartFragment-->([\s\S]*)<!--EndFragment-->/;
const OWN = "data-draftjs-conductor-fragment";
const RUBBISH = "script, iframe, object, noscript, template, title, meta, link";

// Renamed, the attributes neither act nor ring the policy's bell when the browser parses them.
const disarmed = (html) =>
  html.replace(STYLES, "").replace(TAG, (tag) => tag.replace(ACTIVE, "$1data-$2"));

const isBold = (style) => /font-weight:\s*(bold|[6-9]00)/.test(style);
const isPlain = (style) => /font-weight:\s*(normal|400)/.test(style);
const isItalic = (style) => /font-style:\s*italic/.test(style);

const wrap = (element, name) => {
  const wrapping = element.ownerDocument.createElement(name);
  wrapping.append(...element.childNodes);
  element.append(wrapping);
};

const sayStylesInTags = (element) => {
  const style = element.dataset.style;
  const says = (...names) => names.includes(element.localName);
  if (isBold(style) && !says("b", "strong")) wrap(element, "b");
  if (isItalic(style) && !says("i", "em")) wrap(element, "i");
  if (isPlain(style) && says("b", "strong")) element.replaceWith(...element.childNodes);
};

const BLOCKS = "p, div, ul, ol, dl, h1, h2, h3, h4, h5, h6, blockquote, pre";

// A story has tables of its own kind; in a paragraph the words of each row stand on a line. Rows
// whose cells hold several paragraphs only lay a page out.
const inLines = (row) => {
  const page = row.ownerDocument;
  const cells = [...row.cells];
  const isLayout = cells.some((cell) => cell.querySelectorAll(BLOCKS).length > 1);
  if (isLayout) return cells.map((cell) => lineOf(page, "div", cell.childNodes));
  for (const block of row.querySelectorAll(BLOCKS)) block.replaceWith(...block.childNodes);
  const parts = cells.flatMap((cell, n) => [...(n ? [" | "] : []), ...cell.childNodes]);
  return [lineOf(page, "p", parts)];
};

const lineOf = (page, name, parts) => {
  const line = page.createElement(name);
  line.append(...parts);
  return line;
};

const tablesInLines = (page) => {
  const isTable = (table) => [...table.rows].some((row) => row.cells.length > 1);
  let tables = 0;
  for (const table of [...page.querySelectorAll("table")].reverse()) {
    const caption = table.caption ? [lineOf(page, "p", table.caption.childNodes)] : [];
    const lines = [...table.rows].flatMap(inLines);
    tables += isTable(table) && lines.every((line) => line.localName === "p");
    table.replaceWith(...caption, ...lines);
  }
  return tables;
};

const cleaned = (html) => {
  const fragment = (FRAGMENT.exec(html)?.[1] ?? html).replace(BULLETS, "").trim();
  const page = new DOMParser().parseFromString(disarmed(fragment), "text/html");
  const pictures = page.querySelectorAll("img, svg").length;
  for (const part of page.querySelectorAll(`${RUBBISH}, img, svg, picture`)) part.remove();
  for (const element of page.querySelectorAll("[data-style]")) sayStylesInTags(element);
  const tables = tablesInLines(page);
  return { html: page.body.innerHTML, pictures, tables };
};

const pasteOf = (event, html) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", event.clipboardData.getData("text/plain"));
  clipboardData.setData("text/html", html);
  const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
  paste.isCleaned = true;
  return paste;
};

const tell = (text) => {
  document.dispatchEvent(
    new CustomEvent("w-messages:add", { detail: { text, type: "warning" } }),
  );
};

document.addEventListener(
  "paste",
  (event) => {
    const html = event.clipboardData?.getData("text/html");
    if (event.isCleaned || !html || !event.target.closest?.(".DraftEditor-root")) return;
    const isOwn = html.includes(OWN);
    const { html: clean, pictures, tables } = isOwn ? { html: disarmed(html) } : cleaned(html);
    const paste = pasteOf(event, clean);
    if (!paste.clipboardData) return; // An old browser makes no such events: the server cleans.
    event.preventDefault();
    event.stopImmediatePropagation();
    event.target.dispatchEvent(paste);
    if (pictures > 0) tell(words.pictures.replace("%n", pictures));
    if (tables > 0) tell(words.tables);
  },
  true,
);
