/** Marks statements in the text of the editor without touching it, and leads to the one chosen. */

const LEVEL = { "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‑": "-" };
const level = (text) => [...text].filter((sign) => !/\s|\u200b|\ufeff|\u00ad/.test(sign)).map((sign) => LEVEL[sign] ?? sign).join("");

/** The signs of an editor without white space, and where each of them stands. */
function signsOf(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const places = [];
  let signs = "";
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (!node.parentElement.closest("[contenteditable=true]")) continue;
    for (let at = 0; at < node.data.length; at += 1) {
      const sign = level(node.data[at]);
      if (!sign) continue;
      signs += sign;
      places.push([node, at]);
    }
  }
  return { signs, places };
}

function rangeOf(item) {
  const words = level(item.dataset.words);
  const block = item.dataset.block && document.getElementById(`block-${item.dataset.block}-section`);
  for (const root of [block, document.querySelector("[data-contentpath=body]")]) {
    if (!root || !words) continue;
    const { signs, places } = signsOf(root);
    const start = signs.indexOf(words);
    if (start < 0) continue;
    const range = new Range();
    const [last, end] = places[start + words.length - 1];
    range.setStart(...places[start]);
    range.setEnd(last, end + 1);
    return range;
  }
  return null;
}

function mark(panel) {
  if (!CSS.highlights) return;
  const ranges = { found: [], confirmed: [] };
  for (const item of panel.querySelectorAll(".statement:not(.statement-adrift)")) {
    const range = ranges[item.dataset.state] && rangeOf(item);
    if (range) ranges[item.dataset.state].push(range);
  }
  for (const [state, found] of Object.entries(ranges)) {
    CSS.highlights.set(`statement-${state}`, new Highlight(...found));
  }
}

function choose(item) {
  const range = rangeOf(item);
  if (!range) return;
  CSS.highlights?.set("statement-chosen", new Highlight(range));
  range.startContainer.parentElement.scrollIntoView({ block: "center" });
}

document.addEventListener("statements:shown", (event) => mark(event.detail));
document.addEventListener("focusin", (event) => {
  if (event.target.matches?.("[data-statements] .statement")) choose(event.target);
});
document.addEventListener("click", (event) => {
  const item = event.target.closest?.("[data-statements] .statement");
  if (item && !event.target.closest("button, input, select, textarea, summary, label, a")) choose(item);
});
