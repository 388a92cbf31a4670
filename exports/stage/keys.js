/* Keys, buttons, fingers; then everything starts. */
(() => {
  "use strict";
  const [typed, help, letters, blank] = ["typed", "keys", "letters", "blank"].map((id) => document.getElementById(id));
  const REST = 3000; // ms without a movement after which the pointer is hidden
  let number = "";

  const fill = () => {
    const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
    change?.catch(() => {}); // a browser may refuse; the slide stays as it is
  };
  const say = (text) => {
    typed.textContent = text;
    typed.hidden = !text;
  };
  const forget = () => {
    number = "";
    say("");
  };
  const type = (digit) => {
    number = `${number}${digit}`.slice(-2);
    say(`${talk.label("goto", stage.here.mode)} ${number}`);
  };
  const jump = () => {
    const place = Number(number) - 1;
    forget();
    if (place >= 0) stage.go(Math.min(place, stage.most(stage.here.mode)));
  };
  const speak = () => {
    if (!speaker.on && !link.open()) say(talk.label("blocked", stage.here.mode));
  };
  /* A box that is closed gives the focus back: kept on a button, the space bar would press it instead of going on. */
  let pointed = false;
  for (const kind of ["pointerdown", "keydown"]) document.addEventListener(kind, () => { pointed = kind === "pointerdown"; }, true);
  const shut = () => {
    help.close();
    if (pointed) document.activeElement?.blur();
  };
  const explain = () => (help.open ? shut() : help.showModal());
  /* Out of the number, the black screen, the full screen; then to the view itself. A file leads nowhere. */
  const leave = () => {
    const { view } = stage.section().dataset;
    if (number) forget();
    else if (stage.here.blank) stage.darken(false);
    else if (document.fullscreenElement) fill();
    else if (!talk.onDisk && !speaker.on && window.top === window) {
      const to = new URL(view ?? "./", location.href);
      to.searchParams.set("lang", talk.language(stage.here.mode));
      location.assign(to);
    }
  };

  const steps = {
    ArrowRight: stage.next,
    PageDown: stage.next,
    " ": stage.next,
    ArrowLeft: stage.back,
    PageUp: stage.back,
    Home: () => stage.go(0),
    End: () => stage.go(stage.most(stage.here.mode)),
  };
  const acts = {
    b: () => stage.darken(true),
    ".": () => stage.darken(true),
    f: fill,
    l: stage.language,
    s: speak,
    p: loop.pause,
    h: explain,
    "?": explain,
  };
  const waking = new Set([...Object.keys(steps), "b", ".", "Enter"]); // what brings a slide back from black

  const wanted = (key, target) => {
    const own = target.closest?.("button, summary, a");
    if (own && (key === " " || (key === "Enter" && !number))) return null; // the button's own key
    if (key === "Escape") return leave;
    if (key === "Enter") return number || stage.here.blank ? jump : null;
    if (key.length > 1 || key === " ") return steps[key];
    if (!letters.checked) return null;
    return /^\d$/.test(key) ? () => type(key) : acts[key];
  };

  document.addEventListener("keydown", (event) => {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]")) return; // somebody is writing
    if (help.open) {
      if (letters.checked && ["h", "?"].includes(key)) shut();
      return;
    }
    const act = wanted(key, event.target);
    if (!act) return;
    event.preventDefault();
    if (event.repeat) return; // a key held down goes one slide, not to the end
    if (loop.on && key !== "p") loop.rest();
    if (!/^\d$/.test(key) && key !== "Enter" && key !== "Escape") forget();
    if (stage.here.blank && waking.has(key)) stage.darken(false);
    else act();
  });

  for (const [id, act] of [["previous", stage.back], ["following", stage.next], ["help", explain], ["close", explain]]) {
    document.getElementById(id).addEventListener("click", (event) => {
      act();
      if (event.detail) event.currentTarget.blur(); // after a mouse the space bar goes on to the next slide
    });
  }
  blank.addEventListener("click", () => stage.darken(false));
  const does = { next: stage.next, back: stage.back, ends: steps.Home, black: acts.b, full: fill, language: stage.language, speaker: speak, pause: loop.pause, help: () => {}, leave, number: () => {} };
  for (const button of help.querySelectorAll("[data-do]")) {
    button.addEventListener("click", () => {
      shut();
      does[button.dataset.do]();
    });
  }

  let touched = null;
  document.addEventListener("touchstart", ({ touches }) => { touched = touches.length === 1 ? touches[0] : null; }, { passive: true });
  document.addEventListener("touchend", ({ changedTouches: [end] }) => {
    if (!touched || help.open || speaker.on) return;
    const [across, down] = [end.clientX - touched.clientX, end.clientY - touched.clientY];
    touched = null;
    if (stage.here.blank) stage.darken(false);
    else if (Math.abs(across) > 50 && Math.abs(across) > 2 * Math.abs(down)) (across < 0 ? stage.next : stage.back)();
  }, { passive: true });

  /* The pointer is out of sight when it rests, and always in a foyer. */
  let resting = 0;
  const rested = () => document.body.classList.toggle("resting", !speaker.on);
  document.addEventListener("pointermove", ({ pointerType }) => {
    clearTimeout(resting);
    if (loop.on && pointerType === "mouse" && !document.body.classList.contains("stopped")) return;
    document.body.classList.remove("resting");
    resting = setTimeout(rested, REST);
  });
  rested();

  window.addEventListener("hashchange", () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    const place = Number(asked.get("slide") ?? NaN) - 1;
    if (Number.isInteger(place)) stage.show({ place, step: Number(asked.get("step") ?? 1) - 1 || 0, mode: asked.get("lang") ?? stage.here.mode });
  });

  /* A screen that falls asleep in the middle of a talk; where a browser cannot hold it awake, nothing is lost. */
  const wake = () => { if (!document.hidden) navigator.wakeLock?.request("screen").catch(() => {}); };
  document.addEventListener("visibilitychange", wake);
  wake();

  /* Resolved when every slide is drawn in every way it can be shown. */
  const start = async () => {
    await stage.open();
    if (speaker.on) speaker.open();
    link.hello();
    await stage.drawAll();
    if (loop.on) loop.start();
    document.body.dataset.ready = "";
  };
  window.stage = Object.assign(stage, { ready: start() });
})();
