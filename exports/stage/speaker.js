/* The speaker's window: this slide and the next as the hall sees them, what to say, and how late it is. */
import { build, draw } from "./drawing.js";
import { hall } from "./link.js";
import { find, load, save, write } from "./page.js";
import { here, label, listeners, slides, steps } from "./slides.js";
import { talk } from "./talk.js";

const STORE = "timer";
const part = (/** @type {string} */ id) => find(id, HTMLElement);
/** Milliseconds spent before the last start, and when that was. @type {{ spent: number, since: number | null }} */
const timer = load(STORE) ?? { spent: 0, since: null };

/** Show a slide in a box, or words where there is none. @param {HTMLElement} box @param {HTMLElement | null} section @param {string} words */
function picture(box, section, words) {
  if (!section) {
    box.replaceChildren(paragraph(words));
    return;
  }
  const copy = /** @type {HTMLElement} */ (section.cloneNode(true));
  copy.inert = true;
  copy.setAttribute("aria-hidden", "true");
  copy.classList.remove("here", "was", "moving");
  copy.querySelectorAll(":scope > header [id], [id^='notes']").forEach((each) => each.removeAttribute("id"));
  copy.removeAttribute("aria-labelledby");
  copy.style.transform = `scale(${box.clientWidth / 1280})`;
  box.replaceChildren(copy);
}

const paragraph = (/** @type {string} */ text) => Object.assign(document.createElement("p"), { textContent: text });

function drawViews() {
  const { index, step, mode, blank } = here;
  const all = slides[mode];
  const current = all[index];
  const number = (/** @type {number} */ at, /** @type {number} */ of) => `${at + 1} / ${all.length}${steps(at) ? ` · ${of + 1} / ${steps(at) + 1}` : ""}`;
  part("this-number").textContent = number(index, step);
  picture(part("this"), blank ? null : current, label("blank_now"));
  const [nextIndex, nextStep] = step < steps() ? [index, step + 1] : [index + 1, 0];
  const following = all[nextIndex];
  part("next-number").textContent = following ? number(nextIndex, nextStep) : "";
  if (following) {
    draw(following);
    build(following, nextStep);
  }
  picture(part("next"), following ?? null, label("ending"));
  if (following === current) build(current, step);
  const notes = [...current.querySelectorAll(".spoken > p")].map((each) => /** @type {HTMLElement} */ (each.cloneNode(true)));
  if (!notes.length) notes.push(paragraph(label("no_notes")));
  notes.forEach((each) => { each.lang ||= current.lang; });
  part("notes").replaceChildren(...notes);
  part("notes").scrollTop = 0;
  part("speaker-title").textContent = document.title;
  tick();
}

/** @param {number} value */
const clock = (value) => `${Math.floor(value / 60)}:${String(Math.floor(value % 60)).padStart(2, "0")}`;
const spent = () => timer.spent + (timer.since === null ? 0 : Date.now() - timer.since);

function tick() {
  const now = new Date();
  const elapsed = Math.floor(spent() / 1000);
  write(part("clock-time"), clock(now.getHours() * 60 + now.getMinutes()));
  write(part("elapsed-time"), clock(elapsed));
  write(part("planned-time"), clock(talk.minutes * 60));
  write(part("start"), label(timer.since === null ? "start" : "stop"));
  write(part("notice"), !hall.known ? label("alone") : hall.version === talk.version ? "" : label("other_version"));
  const planned = slides[here.mode].slice(0, here.index + 1).map((each) => Number(each.dataset.seconds ?? 0));
  const until = planned.reduce((sum, each) => sum + each, 0);
  const since = until - planned[here.index];
  const pace = elapsed > until ? `${label("late")} ${clock(elapsed - until)}` : elapsed < since ? `${label("early")} ${clock(since - elapsed)}` : label("on_time");
  write(part("pace"), timer.since === null && !timer.spent ? "" : pace);
}

/** @param {typeof timer} time */
function setTimer(time) {
  Object.assign(timer, time);
  save(STORE, timer);
  tick();
}

/** Make this window the speaker's, before its slides are fitted. */
export function prepareWindow() {
  document.documentElement.classList.add("speaker");
  part("speaker").hidden = false;
  for (const main of document.querySelectorAll("main")) main.inert = true;
}

export function openWindow() {
  part("start").addEventListener("click", () => setTimer({ spent: spent(), since: timer.since === null ? Date.now() : null }));
  part("reset").addEventListener("click", () => setTimer({ spent: 0, since: timer.since === null ? null : Date.now() }));
  listeners.push(drawViews);
  window.addEventListener("resize", drawViews);
  setInterval(tick, 500);
  drawViews();
}
