// What the deck editor and the rehearsal share: elements, sentences with slots, and the deck that this browser keeps.
import { insert, load } from "./store.js";

/** @import { Deck, Slide } from "./store.js" */
/**
 * @typedef {{ kind: string, slots: string[], fault?: string, lacks?: string[], [words: string]: any }} Outline
 * @typedef {{ serial: number, lines: string[], deck: Deck | null, error: boolean }} Message
 * @typedef {{ document: Deck, stamped: Deck, slides: Outline[], total: string, problems: string[], file: string,
 *   query: string, data: [string, string[]], draft: boolean, slots: string, no_slots: string, fault: string,
 *   file_large: string, empty: string, of: string, labels: Record<string, any>, lang: string, store: string,
 *   languages: Record<string, string>, modes: string[], default: Deck, blank: Slide, limits: Record<string, number>, name: string, local: boolean, message: Message }} Data
 * @typedef {{ data: Data, parentElement: ParentNode, setStateValue: (name: string, value: unknown) => void,
 *   setTriggerValue: (name: string, value: unknown) => void }} Component
 */

/** Make an element: `on…` listens, `text` is its text, false and undefined leave an attribute out.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, any>} [attributes]
 * @param {...(Node | string | null | undefined | false | "")} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "text") element.textContent = value;
    else if (value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flatMap((child) => child || []));
  return element;
}

/** Read a field as the deck keeps it; a number is held within its bounds. @param {HTMLInputElement} input */
export function read(input) {
  if (input.type === "checkbox") return input.checked;
  if (input.type !== "number") return input.value.trim();
  const number = Math.min(Math.max(Math.round(input.valueAsNumber) || Number(input.defaultValue), 1), Number(input.max));
  input.value = String(number);
  return number;
}

/** Names that stay in Latin letters within Chinese are marked, so that they are read aloud as what they are. @param {string} text */
export function chinese(text) {
  return text.split(/([A-Za-z][\w.&'’ -]*[\w.])/).map((part, index) => (index % 2 ? make("span", { lang: "en", text: part }) : part));
}

/** @param {string} sentence @param {Record<string, any>} slots */
export const fill = (sentence, slots) => sentence.replace(/\{(\w+)\}/g, (slot, name) => slots[name] ?? slot);

/** Write a deck in the server's own order: old browsers keep that of what they once wrote. @param {Deck} deck @param {Data} data @returns {Deck} */
export function ordered({ occasion, slides, ...rest }, { default: shipped, blank }) {
  return { ...shipped, ...rest, occasion: { ...shipped.occasion, ...occasion }, slides: slides.map((slide) => ({ ...blank, ...slide })) };
}

/** The deck is the reader's own where this browser keeps one, else the one that ships with what was added to it. @param {Data} data */
export function ownDeck(data) {
  const { deck, added } = load(data.store);
  const fresh = !deck && added.length > 0;
  const whole = deck ?? structuredClone(data.default);
  if (fresh) added.forEach((slide) => insert(whole.slides, slide));
  return { deck: ordered(whole, data), own: Boolean(deck) || fresh, fresh };
}

/** Give the key of words in each language with its tag; the first has the bare name. @param {string} name @param {Data} data */
export function inLanguages(name, { languages }) {
  return Object.entries(languages).map(([lang, tag], index) => ({ lang, tag, key: index ? `${name}_${lang}` : name }));
}

/** @param {Data} data */
export const stageAddress = ({ lang, query }) => `stage?lang=${lang}${query ? `&deck=${query}` : ""}`;
