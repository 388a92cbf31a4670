/* Keys, buttons and fingers. */
import { openSpeaker } from "./link.js";
import { looping, pause, rest } from "./loop.js";
import { find } from "./page.js";
import { back, changeLanguage, darken, go, here, label, language, last, next, section } from "./slides.js";
import { alone, fromFile, speaking } from "./talk.js";

const typed = find("typed", HTMLElement);
const help = find("keys", HTMLDialogElement);
const letters = find("letters", HTMLInputElement);
let number = "";

function fill() {
  const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
  change?.catch(() => {}); // a browser may refuse; the slide stays as it is
}

/** @param {string} text */
function say(text) {
  typed.textContent = text;
  typed.hidden = !text;
}

function forget() {
  number = "";
  say("");
}

/** @param {string} digit */
function type(digit) {
  number = `${number}${digit}`.slice(-2);
  say(`${label("goto")} ${number}`);
}

function jump() {
  const index = Number(number) - 1;
  forget();
  if (index >= 0) go(index); // the last slide where there is no such one
}

function speak() {
  if (!speaking && !openSpeaker()) say(label("blocked"));
}

/* A box that is closed gives the focus back: kept on a button, the space bar would press it instead of going on. */
let pointed = false;
for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, () => { pointed = kind === "pointerdown"; }, true);

function close() {
  help.close();
  if (pointed && document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

const explain = () => (help.open ? close() : help.showModal());

/** Out of the number, the black screen, the full screen; then to the view itself. A file leads nowhere. */
function leave() {
  if (number) forget();
  else if (here.blank) darken(false);
  else if (document.fullscreenElement) fill();
  else if (!fromFile && !speaking && alone) {
    const to = new URL(section().dataset.view ?? "./", location.href);
    to.searchParams.set("lang", language());
    location.assign(to);
  }
}

/** @typedef {() => void} Act */
const first = () => go(0);
const black = () => darken(true);
/** @type {Record<string, Act>} */
const steps = { ArrowRight: next, PageDown: next, " ": next, ArrowLeft: back, PageUp: back, Home: first, End: () => go(last()) };
/** @type {Record<string, Act>} */
const acts = { b: black, ".": black, f: fill, l: changeLanguage, s: speak, p: pause, h: explain, "?": explain };
const waking = new Set([...Object.keys(steps), "b", ".", "Enter"]); // what brings a slide back from black

/** Find what a key asks for. @param {string} key @param {Element} target @returns {Act | null | undefined} */
function actOf(key, target) {
  const own = target.closest("button, summary, a");
  if (own && (key === " " || (key === "Enter" && !number))) return null; // the button's own key
  if (key === "Escape") return leave;
  if (key === "Enter") return number || here.blank ? jump : null;
  if (key.length > 1 || key === " ") return steps[key];
  if (!letters.checked) return null;
  return /^\d$/.test(key) ? () => type(key) : acts[key];
}

document.addEventListener("keydown", (event) => {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const target = event.target instanceof Element ? event.target : document.body;
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return; // somebody is writing
  if (help.open) {
    if (letters.checked && ["h", "?"].includes(key)) close();
    return;
  }
  const act = actOf(key, target);
  if (!act) return;
  event.preventDefault();
  if (event.repeat) return; // a key held down goes one slide, not to the end
  if (key !== "p") rest();
  if (!/^\d$/.test(key) && key !== "Enter" && key !== "Escape") forget();
  if (here.blank && waking.has(key)) darken(false);
  else act();
});

for (const [id, act] of Object.entries({ previous: back, following: next, help: explain, close: explain })) {
  const button = find(id, HTMLButtonElement);
  button.addEventListener("click", ({ detail }) => {
    act();
    if (detail) button.blur(); // after a mouse the space bar goes on to the next slide
  });
}
find("blank", HTMLElement).addEventListener("click", () => darken(false));
/** What the buttons of the help do. @type {Record<string, Act>} */
const does = { next, back, ends: first, black, full: fill, language: changeLanguage, speaker: speak, pause, leave };
help.addEventListener("click", ({ target }) => {
  if (!(target instanceof HTMLElement) || !target.dataset.do) return;
  close();
  does[target.dataset.do]?.();
});

/** @type {Touch | null} */
let touch = null;
document.addEventListener("touchstart", ({ touches }) => { touch = touches.length === 1 ? touches[0] : null; }, { passive: true });
document.addEventListener("touchend", ({ changedTouches: [end] }) => {
  if (!touch || help.open || speaking) return;
  const [across, down] = [end.clientX - touch.clientX, end.clientY - touch.clientY];
  touch = null;
  if (here.blank) darken(false);
  else if (Math.abs(across) > 50 && Math.abs(across) > 2 * Math.abs(down)) (across < 0 ? next : back)();
}, { passive: true });

/* The pointer is out of sight when it rests, and always in a foyer. */
const REST = 3000; // ms without a movement after which the pointer is hidden
let resting = 0;
const hidePointer = () => document.body.classList.toggle("resting", !speaking);
document.addEventListener("pointermove", ({ pointerType }) => {
  clearTimeout(resting);
  if (looping && pointerType === "mouse" && !document.body.classList.contains("stopped")) return;
  document.body.classList.remove("resting");
  resting = setTimeout(hidePointer, REST);
});
hidePointer();
