// Gives the page's nonce to the <style> elements that scripts make: the editor (Draftail) and the
// accessibility checker (axe) write rules that nobody can know before. HTML that somebody manages
// to smuggle in is parsed, not made by a script, and its <style> stays blocked.
const nonce = document.currentScript.nonce;
const createElement = Document.prototype.createElement;

Document.prototype.createElement = function (name, ...rest) {
  const element = createElement.call(this, name, ...rest);
  if (element instanceof HTMLStyleElement) element.nonce = nonce;
  return element;
};
