/* The foyer's loop: it goes round by itself, rests when somebody touches it, and goes on a minute later. */
import { find } from "./page.js";
import { atEnd, darken, go, here, label, next, section, steps } from "./slides.js";
import { seconds, speaking } from "./talk.js";

const CODE = 20; // seconds at least that a code for phones stands
const REST = 60; // seconds without a touch after which it goes on
const sign = find("paused", HTMLElement);
export const looping = Boolean(seconds) && !speaking;
let timer = 0;
let paused = false;

function pace() {
  const every = seconds ?? 0;
  if (section().dataset.code) return Math.max(CODE, every);
  return here.step < steps() ? Math.max(4, every / 3) : every;
}

/** Say that the loop stands still, or nothing. @param {string} name */
function announce(name) {
  sign.textContent = name && label(name);
  sign.hidden = !name;
  document.body.classList.toggle("stopped", Boolean(name));
}

function schedule(wait = pace()) {
  clearTimeout(timer);
  timer = setTimeout(goOn, wait * 1000);
}

function goOn() {
  announce("");
  if (here.blank) darken(false);
  if (atEnd()) go(0);
  else next();
  schedule();
}

export function rest() {
  if (!looping || paused) return;
  announce("rests");
  schedule(REST);
}

/** Stop until asked to go on: what moves by itself can be held as long as somebody needs to read it. */
export function pause() {
  if (!looping) return;
  paused = !paused;
  clearTimeout(timer);
  announce(paused ? "paused" : "");
  if (!paused) schedule();
}

export function startLoop() {
  if (looping) schedule();
}

for (const kind of ["pointerdown", "touchstart"]) document.addEventListener(kind, rest, { capture: true, passive: true });
