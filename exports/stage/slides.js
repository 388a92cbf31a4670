/* Show one slide at a time, in one of several ways: each language, and both. Every slide is drawn before it is asked for. */
import { boxOf, build, clear, draw, fit, scale, spilledOn, stops } from "./drawing.js";
import { find, write } from "./page.js";
import { fromFile, query, speaking, talk, whole, writeAddress } from "./talk.js";

/** Where the stage stands: slide and step of it are counted from 0.
 * @typedef {{ index: number, step: number, mode: string, blank: boolean }} State
 */

const root = document.documentElement;
const [announcement, blank] = [find("announcement", HTMLElement), find("blank", HTMLElement)];
const buttons = { previous: find("previous", HTMLButtonElement), following: find("following", HTMLButtonElement) };
/** @type {Record<string, HTMLElement[]>} */
export const slides = {};
const all = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("main > section"))];
for (const each of all) (slides[each.dataset.mode ?? ""] ??= []).push(each);
const modes = Object.keys(slides);
const still = matchMedia("(prefers-reduced-motion: reduce)");
/** Called after each change, with who asked for it. @type {((from: string) => void)[]} */
export const listeners = [];
/** @type {State} */
export const here = { index: 0, step: 0, mode: modes[0], blank: false };
/** @type {HTMLElement | null} */
let current = null;

export const last = () => slides[here.mode].length - 1;
export const section = () => slides[here.mode][here.index];
export const steps = (index = here.index) => stops(slides[here.mode][index]).length; // the last step, counted from 0
export const atEnd = () => here.index === last() && here.step === steps();
export const language = () => talk.languages[here.mode];
/** @param {string} name */
export const label = (name) => talk.labels[language()]?.[name] ?? "";

/** @param {HTMLElement | null} from @param {HTMLElement} to */
function cross(from, to) {
  document.querySelectorAll(".slide.was").forEach((each) => each.classList.remove("was"));
  if (!from || still.matches || speaking) return;
  from.classList.add("was");
  to.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 220, easing: "ease-out" }).onfinish = () => from.classList.remove("was");
}

/** Show what has changed. `moving` lets a chart's marks arrive one by one; `from` says who asked: "" is this window.
 * @param {Partial<State>} change
 */
export function show(change, { moving = false, from = "" } = {}) {
  const { mode } = here;
  Object.assign(here, change);
  if (!modes.includes(here.mode)) here.mode = mode;
  here.index = Math.min(Math.max(here.index, 0), last());
  here.step = Math.min(Math.max(here.step, 0), steps());
  const next = section();
  draw(next);
  if (next !== current) {
    current?.classList.remove("here");
    current?.setAttribute("aria-hidden", "true");
    cross(mode === here.mode ? current : null, next);
    next.classList.add("here");
    next.removeAttribute("aria-hidden");
    current = next;
  }
  build(next, here.step, moving && !still.matches);
  describe();
  listeners.forEach((listener) => listener(from));
}

/** Say in the page's title, labels and address where the stage stands. */
function describe() {
  if (root.dataset.mode !== here.mode) {
    root.lang = talk.tags[here.mode];
    root.dataset.mode = here.mode;
    for (const each of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-label], [data-name]"))) {
      if (each.dataset.label) each.textContent = label(each.dataset.label);
      else each.setAttribute("aria-label", label(each.dataset.name ?? ""));
    }
  }
  document.title = talk.titles[language()];
  blank.hidden = !here.blank || speaking;
  write(announcement, here.blank ? label("blank") : section().dataset.said ?? "");
  document.body.classList.toggle("dark", !speaking && section().classList.contains("dark")); // the speaker's own ground is light
  buttons.previous.disabled = here.index === 0 && here.step === 0;
  buttons.following.disabled = atEnd();
  writeAddress({ lang: here.mode, slide: here.index + 1, step: here.step ? here.step + 1 : "" });
}

export function next() {
  if (here.step < steps()) show({ step: here.step + 1 }, { moving: true });
  else if (here.index < last()) go(here.index + 1);
}

export function back() {
  if (here.step) show({ step: here.step - 1 });
  else if (here.index) show({ index: here.index - 1, step: steps(here.index - 1) });
}

/** @param {number} index */
export const go = (index) => show({ index, step: 0 }, { moving: true });
export const changeLanguage = () => show({ mode: modes[(modes.indexOf(here.mode) + 1) % modes.length] });
/** @param {boolean} on */
export const darken = (on) => show({ blank: on });

/** The current slide first, then its neighbours, then the rest of its language, then the other languages. */
function order() {
  const near = (/** @type {number} */ index) => Math.abs(index - here.index - 0.1);
  const indices = [...slides[here.mode].keys()].sort((a, b) => near(a) - near(b));
  return [here.mode, ...modes.filter((mode) => mode !== here.mode)].flatMap((mode) => indices.map((index) => slides[mode][index]));
}

const idle = () => new Promise((done) => { (window.requestIdleCallback ?? setTimeout)(done, { timeout: 200 }); });
let round = 0;

/** Draw one slide after another while nothing else is to do; a later call takes over. */
export async function drawAll() {
  const own = (round += 1);
  for (const each of order().filter(boxOf)) {
    await idle();
    if (own !== round) return;
    draw(each);
  }
}

/** Break Chinese headings between words: browsers know the words, but break between any two characters. */
function breakBetweenWords() {
  if (!window.Intl?.Segmenter) return;
  const words = new Intl.Segmenter("zh", { granularity: "word" });
  const chinese = /[\u3400-\u9fff]$/;
  const closing = /[，。；：、！？）》”]$/;
  for (const heading of document.querySelectorAll(":is(h1, h2) > span:lang(zh)")) {
    const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
    for (const text of texts) {
      const parts = [];
      for (const { segment } of words.segment(text.data)) {
        const before = parts.at(-1);
        if (typeof before === "string" && ((chinese.test(before) && chinese.test(segment)) || closing.test(before))) parts.push(document.createElement("wbr"));
        parts.push(segment);
      }
      text.replaceWith(...parts);
    }
    heading.classList.add("worded");
  }
}

const setScale = () => root.style.setProperty("--scale", String(scale()));
const shapeNow = () => (innerWidth / innerHeight).toFixed(2);
let shape = "";
let frame = 0;

function measure() {
  shape = shapeNow();
  setScale();
  all.forEach(fit);
}

window.addEventListener("resize", () => {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(() => {
    setScale();
    if (shapeNow() === shape || speaking) return; // the same picture, larger or smaller
    measure();
    draw(section());
    drawAll();
  });
});

/** Paper has the shape of the stage, whatever shape the window has. @param {boolean} on */
function paper(on) {
  root.classList.toggle("paper", on);
  slides[here.mode].forEach(clear); // a figure of the old shape would not fit
  measure();
  slides[here.mode].forEach(draw);
  show({});
}
window.addEventListener("beforeprint", () => paper(true));
window.addEventListener("afterprint", () => paper(false));

/** Open at the address, once the type is there. */
export async function open() {
  await Promise.all([...document.fonts].map((face) => face.load().catch(() => {}))); // a figure measures its words
  breakBetweenWords();
  all.forEach((each) => each.setAttribute("aria-hidden", "true"));
  measure();
  writeAddress({ version: fromFile ? "" : talk.version });
  const mode = query.get("lang") ?? "";
  here.mode = modes.includes(mode) ? mode : talk.lang;
  show({ index: (whole("slide", 1, last() + 1) ?? 1) - 1, step: (whole("step", 1, 99) ?? 1) - 1 });
}

/** Name what does not fit, on every slide in every way it can be shown. */
export const spilled = () =>
  modes.flatMap((lang) => slides[lang].flatMap((each, index) => spilledOn(each).map((text) => ({ lang, slide: index + 1, text }))));
