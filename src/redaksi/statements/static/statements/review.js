/** Fills the panel of statements beside the editor, sends decisions, and looks again after saves. */

const LOOK_AGAIN = 700; // milliseconds
const panelOf = () => document.querySelector("[data-statements]");
let waiting = null;
let selected = { words: "", block: "" };

const isBeingFilledIn = (panel) =>
  panel.contains(document.activeElement) && document.activeElement.matches("input:not([type=checkbox]), select, textarea");

async function ask(panel, options = {}) {
  clearTimeout(waiting);
  try {
    const response = await fetch(options.url ?? panel.dataset.url, {
      ...options,
      headers: { "X-Requested-With": "XMLHttpRequest" },
    });
    if (!response.ok) throw new Error(response.statusText);
    show(panel, await response.text());
  } catch {
    panel.textContent = panel.dataset.trouble;
  }
}

function show(panel, html) {
  const part = new DOMParser().parseFromString(html, "text/html");
  // A form cannot stand inside the story's form; its fields name it by its id.
  document.querySelector("body > .statements-forms")?.remove();
  document.body.append(part.querySelector(".statements-forms"));
  const wasInside = panel.contains(document.activeElement);
  const focused = wasInside && document.activeElement.closest(".statement");
  const wasOpen = panel.querySelector("[data-said-before]")?.open;
  const following = focused && (focused.nextElementSibling ?? focused.previousElementSibling)?.id;
  panel.replaceChildren(...part.body.childNodes);
  if (wasOpen) panel.querySelector("[data-said-before]").open = true;
  if (focused) goOnFrom(focused, following);
  else if (wasInside) panel.querySelector(".statement")?.focus();
  const review = panel.querySelector(".statements");
  count(Number(review.dataset.open));
  document.dispatchEvent(new CustomEvent("statements:shown", { detail: panel }));
  if (review.dataset.stale === "yes") waiting = setTimeout(lookAgain, LOOK_AGAIN);
}

/** What was decided is left behind: the next press of a key is for the statement that follows. */
function goOnFrom(focused, following) {
  const again = document.getElementById(focused.id);
  const isDecided = again?.dataset.state !== focused.dataset.state || (again && "waiting" in focused.dataset && !("waiting" in again.dataset));
  (isDecided ? (document.getElementById(following) ?? again) : again)?.focus();
}

function lookAgain() {
  const panel = panelOf();
  if (!panel) return;
  if (isBeingFilledIn(panel)) waiting = setTimeout(lookAgain, LOOK_AGAIN);
  else ask(panel);
}

function count(number) {
  const counter = document.querySelector("[data-side-panel-toggle=statements] [data-side-panel-toggle-counter]");
  if (!counter) return;
  counter.textContent = number;
  counter.hidden = number === 0;
}

document.addEventListener("submit", (event) => {
  const panel = panelOf();
  if (!panel || !event.target.closest(".statements-forms")) return;
  event.preventDefault();
  if (!event.target.hasAttribute("action")) return;
  ask(panel, { url: event.target.action, method: "POST", body: new FormData(event.target, event.submitter) });
});

document.addEventListener("keydown", (event) => {
  if (!event.target.matches?.("[data-statements] .statement") || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "e" || event.key === "E") return correct(event);
  const press = { Enter: "confirm", x: "reject", X: "reject", Delete: "reject" }[event.key];
  const way = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
  if (press) event.target.querySelector(`.statement-buttons [value=${press}]`)?.click();
  else if (way) event.target[way]?.focus();
  else return;
  event.preventDefault();
});

/** Opens what can be corrected, at the speaker's name. */
function correct(event) {
  const details = event.target.querySelector(".statement-details");
  if (!details) return;
  details.open = true;
  details.querySelector("[name=speaker_name]")?.focus();
  event.preventDefault();
}

// Pressing the button would take the selection away before it is read.
document.addEventListener("selectionchange", () => {
  const selection = document.getSelection();
  const section = selection.anchorNode?.parentElement?.closest("[id^=block-][id$=-section]");
  if (!section || selection.isCollapsed) return;
  selected = { words: selection.toString(), block: section.id.slice("block-".length, -"-section".length) };
});

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-add-selection]");
  if (!button) return;
  for (const [name, value] of Object.entries(selected)) {
    panelOf().querySelector(`[name=${name}][form=statements-add]`).value = value;
  }
});

/** What the people in the story said before is fetched when somebody opens it, or types words. */
async function showSaidBefore(details) {
  const words = details.querySelector("input").value;
  const lines = details.querySelector(".statements-before-lines");
  const response = await fetch(`${details.dataset.saidBefore}?q=${encodeURIComponent(words)}`, {
    headers: { "X-Requested-With": "XMLHttpRequest" },
  });
  if (response.ok && words === details.querySelector("input").value) lines.innerHTML = await response.text();
}

document.addEventListener(
  "toggle",
  (event) => {
    if (event.target.matches?.("[data-statements] [data-said-before]") && event.target.open) showSaidBefore(event.target);
  },
  true, // A toggle does not rise.
);
document.addEventListener("input", (event) => {
  const details = event.target.closest?.("[data-statements] [data-said-before]");
  if (details) showSaidBefore(details);
});

let typed = 0;
document.addEventListener("input", async (event) => {
  const panel = panelOf();
  if (!panel || event.target.getAttribute?.("list") !== "statement-speakers") return;
  const number = ++typed;
  const response = await fetch(`${panel.dataset.speakers}?q=${encodeURIComponent(event.target.value)}`);
  if (number !== typed || !response.ok) return;
  const { speakers } = await response.json();
  const options = speakers.map(({ name, label }) => Object.assign(document.createElement("option"), { value: name, label }));
  document.getElementById("statement-speakers")?.replaceChildren(...options);
});

for (const saved of ["w-autosave:success", "DOMContentLoaded"]) {
  document.addEventListener(saved, () => setTimeout(lookAgain, saved === "DOMContentLoaded" ? 0 : LOOK_AGAIN / 2));
}
