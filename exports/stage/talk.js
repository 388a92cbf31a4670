/* What is shown, and where in it the address stands. The data of the first drawing are kept: a reload shows the same. */
import { find, load, save } from "./page.js";

/**
 * @typedef {object} Talk
 * @property {string} name
 * @property {string} version
 * @property {number} minutes
 * @property {string} lang the way of showing that it opens with
 * @property {Record<string, string>} languages the language that each way of showing speaks first
 * @property {Record<string, string>} tags how a browser names that language
 * @property {Record<string, string>} titles by language
 * @property {Record<string, Record<string, string>>} labels
 * @property {Record<string, { data: object[], layout: Record<string, any> }>} figures
 */

const STORE = "stage"; // one deck a tab
export const fromFile = location.protocol === "file:";
export const alone = window.top === window; // no preview within another page
export const query = new URLSearchParams(location.search);
for (const [name, value] of new URLSearchParams(location.hash.slice(1))) query.set(name, value);

export const talk = pinned();
export const speaking = query.has("speaker");
export const seconds = whole("loop", 5, 300); // a slide, in a foyer

/** A reload asks for the version it had. Opening the stage anew asks for none, and gets the newest. @returns {Talk} */
function pinned() {
  const [main, data] = [document.querySelector("main"), find("talk", HTMLScriptElement).textContent];
  if (!main || !data) throw new Error("The document holds no talk.");
  const talk = JSON.parse(data);
  const last = load(STORE);
  if (last?.version === query.get("version") && last?.name === talk.name) {
    const { slides, ...rest } = last;
    main.innerHTML = slides;
    return rest;
  }
  if (alone) save(STORE, { ...talk, slides: main.innerHTML });
  return talk;
}

/** Read a whole number of the address, within its bounds. @param {string} name @param {number} least @param {number} most */
export function whole(name, least, most) {
  const value = query.get(name) ?? "";
  return /^\d{1,4}$/.test(value) ? Math.min(Math.max(Number(value), least), most) : null;
}

/** Write the address as it is now; a blank value is left out. @param {Record<string, string | number>} values */
export function writeAddress(values) {
  for (const [name, value] of Object.entries(values)) {
    if (value === "") query.delete(name);
    else query.set(name, String(value));
  }
  history.replaceState(null, "", address(query));
}

/** @param {URLSearchParams} asked */
export const address = (asked) => (fromFile ? `#${asked}` : `${location.pathname}?${asked}`);
