/** Lets the reader choose light or dark, and lets who reads on keep stories for reading offline. */

const KEY = "redaksi-theme";
const root = document.documentElement;
const night = matchMedia("(prefers-color-scheme: dark)");

function remembered() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // The reader forbids storage.
  }
}

function remember(theme) {
  try {
    if (theme === "auto") localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // The choice holds for this page only.
  }
}

function isDark() {
  return root.dataset.theme === "auto" ? night.matches : root.dataset.theme === "dark";
}

function show(theme) {
  root.dataset.theme = ["light", "dark"].includes(theme) ? theme : "auto";
  document.querySelector(".theme-switch")?.setAttribute("aria-pressed", String(isDark()));
}

function turn() {
  const wanted = isDark() ? "light" : "dark";
  const theme = (wanted === "dark") === night.matches ? "auto" : wanted;
  remember(theme);
  show(theme);
}

function ready() {
  show(remembered());
  document.querySelector(".theme-switch")?.addEventListener("click", turn);
}

show(remembered());
night.addEventListener("change", () => show(root.dataset.theme));
addEventListener("storage", () => show(remembered()));
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready);
else ready();

// Who opens a second page stays a while: only for them it is worth fetching more.
if (root.dataset.keeper && document.referrer.startsWith(`${location.origin}/`)) {
  addEventListener("load", () => navigator.serviceWorker?.register(root.dataset.keeper).catch(() => {}));
}
