/* What every script of the stage needs of its page. */

/** Find an element that the document holds. @template {Element} T @param {string} id @param {new () => T} kind @returns {T} */
export function find(id, kind) {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`The document holds no ${kind.name} #${id}.`);
}

/** Change a text only where it differs, so that nothing is read aloud twice. @param {Element} element @param {string} text */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Read what this tab keeps; nothing where a browser keeps nothing. @param {string} name */
export function load(name) {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}

/** Keep a value for a reload of this tab, which begins anew where a browser keeps too little. @param {string} name @param {unknown} value */
export function save(name, value) {
  try {
    sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    // nothing is lost now
  }
}
