// A button that puts this view on the reader's deck without leaving the page.
import { insert, load, same, save } from "./store.js";

/** @import { Slide } from "./store.js" */
/**
 * @typedef {{ store: string, slides: Slide[], most: number, kind: string, card: string, label: string, added: string,
 *   already: string, full: string, unkept: string, open: string, href: string }} Data
 */

function address() {
  const query = new URLSearchParams(window.location.search);
  query.delete("lang"); // the hall has a language of its own
  const choices = [...query].map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%3A", ":")}`);
  return `/${window.location.pathname.split("/").pop()}${choices.length ? `?${choices.join("&")}` : ""}`;
}

/** Put the view on the deck, and give the sentence that says what came of it. @param {Data} data */
function add(data) {
  const slide = { kind: data.kind, address: address(), card: data.card };
  const { deck, added } = load(data.store);
  const slides = deck ? deck.slides : [...data.slides];
  if (!deck) added.forEach((each) => insert(slides, each));
  const there = slides.findIndex((each) => same(each, slide));
  if (there >= 0) return data.already.replace("{n}", String(there + 1));
  if (slides.length >= data.most) return data.full;
  const number = insert(slides, slide);
  return save(data.store, deck ? { deck } : { added: [...added, slide] }) ? data.added.replace("{n}", String(number)) : data.unkept;
}

/** @param {{ data: Data, parentElement: ParentNode }} component */
export default function ({ data, parentElement }) {
  const [button, status, way] = /** @type {[HTMLButtonElement, HTMLElement, HTMLAnchorElement]} */ (
    ["button", "span", "a"].map((tag) => parentElement.querySelector(tag)));
  button.textContent = data.label;
  button.hidden = false; // without its word it would be a button of no name
  button.onclick = () => {
    status.textContent = add(data);
    way.href = data.href;
    way.textContent = data.open;
    way.hidden = false;
  };
}
