// Tells a writer when pictures of another site were in what was pasted: they stay behind.
const words = document.currentScript?.dataset ?? {};

const foreignPictures = (html) => {
  const pasted = new DOMParser().parseFromString(html, "text/html");
  return [...pasted.querySelectorAll("img[src]")].filter(
    (picture) => new URL(picture.getAttribute("src"), location.href).origin !== location.origin,
  );
};

document.addEventListener(
  "paste",
  (event) => {
    const editor = event.target.closest?.("[data-draftail-editor-wrapper], .DraftEditor-root");
    const html = event.clipboardData?.getData("text/html") ?? "";
    if (!editor || !html) return;
    const count = foreignPictures(html).length;
    if (count === 0) return;
    document.dispatchEvent(
      new CustomEvent("w-messages:add", {
        detail: { text: words.pictures.replace("%n", count), type: "warning" },
      }),
    );
  },
  true,
);
