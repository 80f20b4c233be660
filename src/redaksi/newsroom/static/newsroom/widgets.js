// Starts Wagtail's widgets from data attributes, where its own templates use inline scripts,
// which the newsroom's Content-Security-Policy forbids.
const starters = {
  "[data-chooser-kind]": (mark) => {
    const start = {
      date: window.initDateChooser,
      datetime: window.initDateTimeChooser,
      time: window.initTimeChooser,
    }[mark.dataset.chooserKind];
    start(mark.dataset.chooserFor, JSON.parse(mark.dataset.chooserConfig));
  },
  "[data-chooser-start]": (mark) => {
    const call = JSON.parse(mark.dataset.chooserStart);
    const starter = window[call.name];
    if (call.new) new starter(...call.arguments);
    else starter(...call.arguments);
  },
  "[data-inline-panel]": (mark) => new window.InlinePanel(JSON.parse(mark.dataset.inlinePanel)),
  "[data-multiple-chooser-panel]": (mark) =>
    new window.MultipleChooserPanel(JSON.parse(mark.dataset.multipleChooserPanel)),
};

const startWithin = (root) => {
  for (const [selector, start] of Object.entries(starters)) {
    const marks = [...root.querySelectorAll(selector)];
    if (root.matches?.(selector)) marks.unshift(root);
    for (const mark of marks.filter((each) => !each.dataset.started && each.isConnected)) {
      if (mark.dataset.chooserFor && !document.getElementById(mark.dataset.chooserFor)) continue;
      mark.dataset.started = "yes";
      start(mark);
    }
  }
};

document.addEventListener("DOMContentLoaded", () => {
  // Told here, the focal point chooser does not find it out by means of an inline handler.
  const cropper = window.jQuery?.Jcrop;
  if (cropper) cropper.defaults.touchSupport = "ontouchstart" in window;
  startWithin(document.body);
  new MutationObserver((changes) => {
    for (const change of changes) {
      for (const node of change.addedNodes) {
        if (node.nodeType === Node.ELEMENT_NODE) startWithin(node);
      }
    }
  }).observe(document.body, { childList: true, subtree: true });
});
