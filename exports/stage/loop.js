/* The foyer's loop: it goes round by itself, rests when somebody touches it, and goes on a minute later. */
const loop = (() => {
  "use strict";
  const every = talk.every;
  if (!every || talk.speaking) return { on: false, pause: () => {} };
  const AT_LEAST = 20; // seconds that a code for phones stands
  const REST = 60; // seconds without a touch after which it goes on
  const sign = document.getElementById("paused");
  let timer = 0;
  let held = false;

  const seconds = () => {
    if (stage.section().dataset.code) return Math.max(AT_LEAST, every);
    const building = stage.here.step < stage.steps(stage.here.place);
    return building ? Math.max(4, every / 3) : every;
  };
  const told = (name) => {
    sign.textContent = name ? talk.label(name, stage.here.mode) : "";
    sign.hidden = !name;
    document.body.classList.toggle("stopped", Boolean(name));
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(onward, seconds() * 1000);
  };
  const onward = () => {
    told("");
    if (stage.here.blank) stage.darken(false);
    const last = stage.here.place === stage.most(stage.here.mode) && stage.here.step === stage.steps(stage.here.place);
    if (last) stage.go(0);
    else stage.next();
    wait();
  };
  const rest = () => {
    if (held) return;
    clearTimeout(timer);
    told("rests");
    timer = setTimeout(onward, REST * 1000);
  };
  /* Stop until asked to go on: what moves by itself can be held as long as somebody needs to read it. */
  const pause = () => {
    held = !held;
    clearTimeout(timer);
    told(held ? "paused" : "");
    if (!held) wait();
  };

  for (const kind of ["pointerdown", "touchstart"]) document.addEventListener(kind, rest, { capture: true, passive: true });
  return { on: true, pause, rest, start: wait };
})();
