// Lets a form wait for its own autosave. Sent while a new story's first autosave is under way, it
// would make the story a second time: only the answer to the autosave tells the form what it is of.
// And once the form is sent, a late autosave would only find a newer version than its own.
const LONGEST = 15000;
let isSaving = false;
let isSent = false;
let held = null;

const goOn = () => {
  isSaving = false;
  if (!held) return;
  const { form, submitter } = held;
  held = null;
  // A button that was pressed is disabled meanwhile, and would not say what it was pressed for.
  if (submitter) submitter.disabled = false;
  form.requestSubmit(submitter);
};

document.addEventListener("w-autosave:save", (event) => {
  if (isSent) event.preventDefault();
  if (!event.defaultPrevented) isSaving = true;
});
document.addEventListener("w-autosave:success", goOn);
document.addEventListener("w-autosave:error", goOn);
const isWatched = (form) => form.dataset.controller?.split(" ").includes("w-autosave");

document.addEventListener(
  "submit",
  (event) => {
    if (!isSaving || !isWatched(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held = { form: event.target, submitter: event.submitter };
    setTimeout(goOn, LONGEST);
  },
  true,
);

window.addEventListener("submit", (event) => {
  if (!event.defaultPrevented && isWatched(event.target)) isSent = true;
});
window.addEventListener("pageshow", () => {
  isSent = false;
});
