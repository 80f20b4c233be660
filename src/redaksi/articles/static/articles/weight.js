/** Fills the panel that says what the story's page weighs, and weighs it again after a save. */

(() => {
  async function weigh() {
    const panel = document.querySelector("[data-weight]");
    if (!panel) return;
    try {
      const response = await fetch(panel.dataset.url, { headers: { "X-Requested-With": "XMLHttpRequest" } });
      if (!response.ok) throw new Error(response.statusText);
      const part = new DOMParser().parseFromString(await response.text(), "text/html");
      panel.replaceChildren(...part.body.childNodes);
      warn(panel.querySelector("[data-too-heavy]") !== null);
    } catch {
      panel.textContent = panel.dataset.trouble;
    }
  }

  function warn(isTooHeavy) {
    const counter = document.querySelector("[data-side-panel-toggle=weight] [data-side-panel-toggle-counter]");
    if (!counter) return;
    counter.textContent = "1";
    counter.hidden = !isTooHeavy;
  }

  document.addEventListener("DOMContentLoaded", weigh);
  document.addEventListener("w-autosave:success", weigh);
})();
