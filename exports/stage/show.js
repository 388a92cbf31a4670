/* Show one slide at a time, in one of three ways: English, Chinese, both. Every slide is drawn before it is asked for. */
const stage = (() => {
  "use strict";
  const MODES = ["en", "zh", "both"];
  const TAGS = { en: "en-GB", zh: "zh-Hans", both: "en-GB" };
  const root = document.documentElement;
  const [said, blank] = ["said", "blank"].map((id) => document.getElementById(id));
  const slides = Object.fromEntries(MODES.map((mode) => [mode, [...document.querySelectorAll(`main > section[data-mode="${mode}"]`)]]));
  const modes = MODES.filter((mode) => slides[mode].length);
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const heard = [];
  const here = { place: 0, step: 0, mode: modes[0], blank: false };
  let shown = null;

  const most = (mode) => slides[mode].length - 1;
  const within = (value, last) => Math.min(Math.max(value, 0), last);
  const steps = (place, mode = here.mode) => drawing.stops(slides[mode][place]).length; // the last step, counted from 0
  const section = () => slides[here.mode][here.place];

  const cross = (from, to) => {
    document.querySelectorAll(".slide.was").forEach((each) => each.classList.remove("was"));
    if (!from || still.matches || talk.speaking) return;
    from.classList.add("was");
    to.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 220, easing: "ease-out" }).onfinish = () => from.classList.remove("was");
  };

  /* Show what has changed. `moving` lets a chart's marks arrive one by one; `from` says who asked: "" is this window. */
  const show = (change, { moving = false, from = "" } = {}) => {
    const before = { ...here };
    Object.assign(here, change);
    if (!modes.includes(here.mode)) here.mode = before.mode;
    here.place = within(here.place, most(here.mode));
    here.step = within(here.step, steps(here.place));
    const next = section();
    drawing.draw(next);
    if (next !== shown) {
      shown?.classList.remove("here");
      shown?.setAttribute("aria-hidden", "true");
      if (before.mode === here.mode) cross(shown, next);
      else cross(null, next);
      next.classList.add("here");
      next.removeAttribute("aria-hidden");
      shown = next;
    }
    drawing.build(next, here.step, moving && !still.matches);
    told(before);
    heard.forEach((each) => each({ ...here }, from));
  };

  const told = (before) => {
    const ground = here.mode !== before.mode || !said.textContent;
    if (root.dataset.mode !== here.mode) Object.assign(root, { lang: TAGS[here.mode] }).dataset.mode = here.mode;
    document.title = talk.titles[talk.language(here.mode)];
    if (ground) named();
    blank.hidden = !here.blank || talk.speaking;
    const words = here.blank ? talk.label("blank", here.mode) : section().dataset.said;
    if (said.textContent !== words) said.textContent = words;
    document.body.classList.toggle("dark", !talk.speaking && section().classList.contains("dark")); // the speaker's own ground is light
    document.getElementById("previous").disabled = here.place === 0 && here.step === 0;
    document.getElementById("following").disabled = here.place === most(here.mode) && here.step === steps(here.place);
    talk.write({ lang: here.mode, slide: here.place + 1, step: here.step ? here.step + 1 : "" });
  };

  /* Fill in what buttons and headings say, in the language of the moment. */
  const named = () => {
    for (const each of document.querySelectorAll("[data-label]")) each.textContent = talk.label(each.dataset.label, here.mode);
    for (const each of document.querySelectorAll("[data-name]")) each.setAttribute("aria-label", talk.label(each.dataset.name, here.mode));
  };

  const next = () => {
    if (here.step < steps(here.place)) show({ step: here.step + 1 }, { moving: true });
    else if (here.place < most(here.mode)) show({ place: here.place + 1, step: 0 }, { moving: true });
  };
  const back = () => {
    if (here.step) show({ step: here.step - 1 });
    else if (here.place) show({ place: here.place - 1, step: steps(here.place - 1) });
  };
  const go = (place) => show({ place, step: 0 }, { moving: true });
  const language = () => show({ mode: modes[(modes.indexOf(here.mode) + 1) % modes.length] });
  const darken = (on) => show({ blank: on });

  /* The current slide first, then its neighbours, then the rest of its language, then the other languages. */
  const order = () => {
    const near = (place) => Math.abs(place - here.place - 0.1);
    const places = slides[here.mode].map((_, place) => place).sort((a, b) => near(a) - near(b));
    return [here.mode, ...modes.filter((mode) => mode !== here.mode)].flatMap((mode) => places.map((place) => slides[mode][place]));
  };
  const idle = () => new Promise((done) => { (window.requestIdleCallback ?? setTimeout)(done, { timeout: 200 }); });
  let round = 0;
  const drawAll = async () => {
    const mine = (round += 1);
    for (const each of order()) {
      if (drawing.has(each) || !each.querySelector("div.figure")) continue;
      await idle();
      if (mine !== round) return;
      drawing.draw(each);
      if (each !== section()) drawing.build(each, 0);
    }
  };

  /* Break Chinese headings between words: browsers know the words, but break between any two characters. */
  const worded = () => {
    if (!window.Intl?.Segmenter) return;
    const words = new Intl.Segmenter("zh", { granularity: "word" });
    const chinese = /[\u3400-\u9fff]$/;
    const closing = /[，。；：、！？）》”]$/;
    for (const heading of document.querySelectorAll(":is(h1, h2) > span:lang(zh)")) {
      const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
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
  };

  const sized = () => {
    root.style.setProperty("--scale", drawing.scale());
    modes.forEach((mode) => slides[mode].forEach(drawing.fit));
  };
  let waiting = 0;
  let shape = "";
  window.addEventListener("resize", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(() => {
      root.style.setProperty("--scale", drawing.scale());
      const now = (innerWidth / innerHeight).toFixed(2);
      if (now === shape || talk.speaking) return; // the same picture, larger or smaller
      shape = now;
      sized();
      drawing.draw(section());
      redraw();
    });
  });
  const redraw = async () => {
    const mine = (round += 1);
    for (const each of order()) {
      await idle();
      if (mine !== round) return;
      drawing.draw(each);
    }
  };

  /* Paper has the shape of the stage, whatever shape the window has. */
  const paper = (on) => {
    root.classList.toggle("paper", on);
    slides[here.mode].forEach(drawing.clear); // a figure of the old shape would not fit
    sized();
    slides[here.mode].forEach(drawing.draw);
    show({});
  };
  window.addEventListener("beforeprint", () => paper(true));
  window.addEventListener("afterprint", () => paper(false));

  /* Open at the address, once the type is there. */
  const open = async () => {
    await Promise.all([...document.fonts].map((face) => face.load().catch(() => {}))); // a figure measures its words
    shape = (innerWidth / innerHeight).toFixed(2);
    worded();
    modes.forEach((mode) => slides[mode].forEach((each) => each.setAttribute("aria-hidden", "true")));
    sized();
    talk.write({ version: talk.onDisk ? "" : talk.version });
    const asked = talk.words.get("lang");
    here.mode = modes.includes(asked) ? asked : talk.lang;
    const place = (talk.whole("slide", 1, slides[here.mode].length) ?? 1) - 1;
    show({ place, step: (talk.whole("step", 1, 99) ?? 1) - 1 });
  };

  /* Name what does not fit, on every slide in every way it can be shown. */
  const spilled = () =>
    modes.flatMap((lang) => slides[lang].flatMap((each, place) => drawing.spilledOn(each).map((text) => ({ lang, slide: place + 1, text }))));

  return { here, slides, open, drawAll, show, next, back, go, language, darken, steps, section, spilled, most, heard: (each) => heard.push(each) };
})();
