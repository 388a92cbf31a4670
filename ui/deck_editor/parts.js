// What the desk and the rehearsal share: elements, sentences with slots, and the deck that this browser holds.
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "text") element.textContent = value;
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter(Boolean));
  return element;
}

// Names that stay in Latin letters within Chinese are marked, so that they are read aloud as what they are.
function chinese(text) {
  return text.split(/([A-Za-z][\w.&'’ -]*[\w.])/).map((part, at) => (at % 2 ? make("span", { lang: "en", text: part }) : part));
}

function fill(sentence, slots) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => slots[name] ?? whole);
}

// Old browsers keep the order of what they once wrote: the deck is always written in the server's own.
function ordered(deck, shipped, blank) {
  const { occasion, ...rest } = deck;
  const whole = { ...shipped, ...rest, occasion: { ...shipped.occasion, ...occasion } };
  whole.slides = deck.slides.map((slide) => ({ ...blank, ...slide }));
  return whole;
}

// The deck is the reader's own where this browser holds one, else the one that shipped with what was added to it.
function mine({ store, default: shipped, blank }) {
  const kept = held(store);
  let { deck } = kept;
  if (!deck && kept.added.length) {
    deck = structuredClone(shipped);
    kept.added.forEach((entry) => put(deck.slides, entry));
  }
  return { deck: ordered(deck ?? shipped, shipped, blank), own: Boolean(deck), fresh: Boolean(deck) && deck !== kept.deck };
}

function stage({ lang, query }) {
  return `stage?lang=${lang}${query ? `&deck=${query}` : ""}`;
}
