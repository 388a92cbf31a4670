// The rehearsal check: what a hall needs, tried in this browser. The server says what only the data can tell.
import { fill, make, ownDeck, stageAddress } from "./elements.js";

/** @import { Component } from "./elements.js" */
/** @typedef {[code: string, texts: string[]]} Result good, note or mend, and why */

const SIZES = [[1280, 720], [1920, 1080], [1024, 768]];
const LONGEST = 60; // signs of what does not fit, to find it by
const PATIENCE = 60_000; // ms until a stage that does not open is given up

class Rehearsal {
  /** @param {Component} component @param {HTMLElement} root */
  constructor({ data }, root) {
    this.data = data;
    this.root = root;
    this.round = 0;
    /** The deck that was checked. @type {string | null} */
    this.checked = null;
    this.total = make("p", { role: "status" });
    this.again = make("button", { type: "button", text: this.say("again"), onclick: () => this.check() });
    this.list = make("ul", { class: "checks" });
    root.append(make("div", { class: "row" }, this.again, this.total), this.list);
  }

  /** @param {Component} component */
  update({ data, setStateValue }) {
    this.data = data;
    const { deck, own } = ownDeck(data);
    const text = own ? JSON.stringify(deck) : "";
    if (text !== data.of) setStateValue("deck", text);
    else if (this.checked !== text) {
      this.checked = text;
      this.check();
    }
  }

  /** @param {string} name @param {Record<string, any>} [slots] @returns {string} */
  say(name, slots = {}) {
    const sentence = this.data.labels[`rehearsal.${name}`];
    const form = typeof sentence === "string" ? sentence : sentence[new Intl.PluralRules(this.data.lang).select(slots.n)] ?? sentence.other;
    return fill(form, slots);
  }

  async check() {
    const round = (this.round += 1);
    this.again.disabled = true;
    this.total.textContent = this.say("waiting");
    const lines = Object.fromEntries(["slides", "drawn", "languages", "screen", "data"].map((name) => [name, this.line(name)]));
    this.list.replaceChildren(...Object.values(lines).map(({ element }) => element));
    lines.slides.show(this.slides());
    lines.languages.show(this.languages());
    lines.screen.show(this.screen());
    lines.data.show(this.data.data);
    const drawn = await this.stages(lines.drawn.progress, () => round !== this.round);
    if (round !== this.round) return;
    lines.drawn.show(drawn);
    const faulty = this.list.querySelectorAll(".mend").length;
    this.total.textContent = faulty ? this.say("total_mend", { n: faulty }) : this.say("total_good");
    this.again.disabled = false;
  }

  /** @param {string} name */
  line(name) {
    const state = make("span", { class: "state", text: this.say("waiting") });
    const list = make("ul");
    const element = make("li", {}, make("span", { class: "name", text: this.say(name) }), state, list);
    /** @param {string} text */
    const progress = (text) => { state.textContent = text; };
    /** @param {Result} result */
    const show = ([code, texts]) => {
      element.className = code;
      progress(this.say(code));
      list.replaceChildren(...texts.map((text) => make("li", { text })));
    };
    return { element, progress, show };
  }

  /** @returns {Result} */
  slides() {
    const faults = this.data.slides.flatMap(({ fault }, index) => (fault ? [fill(this.data.fault, { n: index + 1, text: fault })] : []));
    const problems = [...this.data.problems, ...faults];
    return problems.length ? ["mend", problems] : ["good", [this.say("slides_good"), this.data.total]];
  }

  /** @returns {Result} */
  languages() {
    const list = new Intl.ListFormat(this.data.lang, { type: "conjunction" });
    const faults = this.data.slides.flatMap(({ lacks = [] }, index) =>
      lacks.length ? [this.say("languages_lack", { n: index + 1, list: list.format(lacks.map((name) => this.say(`lack_${name}`))) })] : []);
    const draft = this.data.draft ? [this.say("languages_draft")] : [];
    if (faults.length) return ["mend", [...faults, ...draft]];
    return [draft.length ? "note" : "good", [this.say("languages_good"), ...draft]];
  }

  /** @returns {Result} */
  screen() {
    const { width, height } = window.screen;
    if (width < 1280 || height < 720) return ["note", [this.say("screen_small", { width, height })]];
    const wide = Math.abs(width / height / (16 / 9) - 1) < 0.01;
    return [wide ? "good" : "note", [this.say(wide ? "screen_wide" : "screen_other", { width, height })]];
  }

  /** The whole stage is opened at each size, unseen, and asked what does not fit.
   * @param {(text: string) => void} progress
   * @param {() => boolean} stopped
   * @returns {Promise<Result>}
   */
  async stages(progress, stopped) {
    const faults = new Set();
    const shown = this.data.slides.flatMap(({ fault }, index) => (fault ? [] : [index + 1])); // the stage leaves the others out
    for (const [width, height] of SIZES) {
      const size = `${width} × ${height}`;
      progress(this.say("drawn_running", { size }));
      const frame = make("iframe", { src: stageAddress(this.data), width, height, tabindex: -1, "aria-hidden": true, title: this.say("drawn") });
      this.root.append(frame);
      try {
        const stage = await ready(frame);
        if (stopped()) break;
        stage.spilled().forEach(({ lang, slide, text }) =>
          faults.add(this.say("drawn_spilled", { n: shown[slide - 1], size, mode: this.say(`mode_${lang}`), text: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text })));
      } catch {
        faults.add(this.say("drawn_failed", { size }));
      } finally {
        frame.remove();
      }
    }
    const sizes = new Intl.ListFormat(this.data.lang).format(SIZES.map((size) => size.join(" × ")));
    return faults.size ? ["mend", [...faults]] : ["good", [this.say("drawn_good", { n: shown.length, sizes })]];
  }
}

/** Wait until the stage in a frame has drawn everything. @param {HTMLIFrameElement} frame @returns {Promise<NonNullable<Window["stage"]>>} */
function ready(frame) {
  return new Promise((done, fail) => {
    const late = setTimeout(fail, PATIENCE);
    frame.onload = () => {
      clearTimeout(late);
      const stage = frame.contentWindow?.stage;
      if (stage) stage.ready.then(() => done(stage), fail);
      else fail();
    };
  });
}

/** @param {Component} component */
export default function (component) {
  const root = /** @type {HTMLElement & { rehearsal?: Rehearsal }} */ (component.parentElement.querySelector(".deck-editor"));
  (root.rehearsal ??= new Rehearsal(component, root)).update(component);
}
