/* Start the stage, and say to whoever holds its window what it shows. */
import { scale, spilledOn, stops } from "./drawing.js";
import "./keys.js";
import { greet } from "./link.js";
import { startLoop } from "./loop.js";
import { drawAll, go, here, next, open, section, show, slides, spilled, steps } from "./slides.js";
import { openWindow, prepareWindow } from "./speaker.js";
import { speaking, talk } from "./talk.js";

window.addEventListener("hashchange", () => {
  const asked = new URLSearchParams(location.hash.slice(1));
  const index = Number(asked.get("slide") ?? NaN) - 1;
  if (Number.isInteger(index)) show({ index, step: Number(asked.get("step") ?? 1) - 1 || 0, mode: asked.get("lang") ?? here.mode });
});

/* A screen that falls asleep in the middle of a talk; where a browser cannot hold it awake, nothing is lost. */
const wake = () => { if (!document.hidden) navigator.wakeLock?.request("screen").catch(() => {}); };
document.addEventListener("visibilitychange", wake);
wake();

/** Resolved when every slide is drawn in every way it can be shown. */
async function start() {
  if (speaking) prepareWindow();
  await open();
  if (speaking) openWindow();
  greet();
  await drawAll();
  startLoop();
  document.body.dataset.ready = "";
}

/* For the deck editor's rehearsal and for tests. */
window.stage = { version: talk.version, here, slides, section, steps, stops, scale, show, go, next, spilled, spilledOn, ready: start() };
