// The reader's own deck, in this browser alone: `deck` from the first change on; until then only what was `added`.

/**
 * @typedef {{ kind: string, address: string, card: string, [field: string]: any }} Slide
 * @typedef {{ slides: Slide[], occasion: Record<string, string>, minutes: number, [field: string]: any }} Deck
 */

/** @param {string} store @returns {{ deck: Deck | null, added: Slide[] }} */
export function load(store) {
  try {
    const { deck, added } = JSON.parse(window.localStorage.getItem(store) ?? "{}");
    return { deck: Array.isArray(deck?.slides) ? deck : null, added: Array.isArray(added) ? added : [] };
  } catch {
    return { deck: null, added: [] };
  }
}

/** @param {string} store @param {{ deck?: Deck, added?: Slide[] }} content */
export function save(store, content) {
  try {
    window.localStorage.setItem(store, JSON.stringify(content));
    return true;
  } catch {
    return false; // the browser lets the page keep nothing
  }
}

/** Insert a slide before those that close a deck, and give its number. @param {Slide[]} slides @param {Slide} slide */
export function insert(slides, slide) {
  let index = slides.length;
  while (index > 0 && ["limits", "thanks"].includes(slides[index - 1].kind)) index -= 1;
  slides.splice(index, 0, slide);
  return index + 1;
}

/** @param {Slide} one @param {Slide} other */
export const same = (one, other) => ["kind", "address", "card"].every((name) => (one[name] ?? "") === (other[name] ?? ""));
