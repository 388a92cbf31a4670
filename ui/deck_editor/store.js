// The reader's own deck, in this browser alone: `deck` from the first change on; until then only what was `added`.
function held(name) {
  try {
    const { deck, added } = JSON.parse(window.localStorage.getItem(name)) ?? {};
    return { deck: Array.isArray(deck?.slides) ? deck : null, added: Array.isArray(added) ? added : [] };
  } catch {
    return { deck: null, added: [] };
  }
}

function keep(name, kept) {
  try {
    window.localStorage.setItem(name, JSON.stringify(kept));
    return true;
  } catch {
    return false; // the browser lets the page keep nothing
  }
}

// What is added stands before the slides that close a deck.
function place(slides) {
  let at = slides.length;
  while (at > 0 && ["limits", "thanks"].includes(slides[at - 1].kind)) at -= 1;
  return at;
}

function put(slides, entry) {
  const at = place(slides);
  slides.splice(at, 0, entry);
  return at + 1;
}

function same(one, other) {
  return ["kind", "address", "card"].every((name) => (one[name] ?? "") === (other[name] ?? ""));
}
