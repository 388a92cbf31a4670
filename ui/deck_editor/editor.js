// The deck editor: the slides in order, each with its fields. What is changed is kept in this browser at once; the server
// says how each slide will look, and makes the files.
import { fill, inLanguages, make, ordered, ownDeck, read, stageAddress } from "./elements.js";
import { SlideRow } from "./slide.js";
import { save } from "./store.js";

/** @import { Component, Message, Outline } from "./elements.js" @import { Deck } from "./store.js" */
/** @typedef {{ deck: Deck, own: boolean }} Memory */

const LARGEST = 200_000; // bytes of a file that may be a deck

export class DeckEditor {
  /** @param {Component} component @param {HTMLElement} root */
  constructor({ data, setStateValue, setTriggerValue }, root) {
    this.root = root;
    this.data = data;
    this.words = data.labels;
    this.setStateValue = setStateValue;
    this.setTriggerValue = setTriggerValue;
    this.serial = data.message.serial; // what was said before this page was opened is old
    /** @type {string | null} */
    this.sent = null;
    /** What waits for the server's answer. @type {(() => void)[]} */
    this.waiting = [];
    /** How a slide is outlined, by all that it holds. @type {Map<string, Outline>} */
    this.outlines = new Map();
    /** @type {SlideRow[]} */
    this.rows = [];
    const { words } = this;
    this.total = make("p", { class: "total" });
    this.state = make("p", { class: "quiet" });
    this.message = make("div", { class: "message", role: "status" });
    this.faults = make("div", { class: "notice error", hidden: true });
    this.heading = make("h2", { text: words.slides, tabindex: -1 });
    this.list = make("ol", { class: "slides" });
    this.empty = make("p", { class: "quiet", text: data.empty });
    this.ways = ["stage", "speaker", "loop"].map((name) =>
      make("a", { class: name === "stage" ? "button main" : "button", target: name === "stage" ? "_self" : name, text: words[name], onclick: this.follow }));
    this.html = make("a", { class: "button", text: words.html, download: data.name, onclick: this.follow });
    this.restart = make("button", { type: "button", text: words.restart, onclick: () => this.startAgain() });
    this.occasion = make("div", { class: "fields occasion", onchange: (/** @type {{ target: HTMLInputElement }} */ { target }) => {
      Object.assign(target.name === "minutes" ? this.deck : this.deck.occasion, { [target.name]: read(target) });
      this.change();
    } });
    this.root.replaceChildren(
      make("section", { "aria-label": words.show }, make("div", { class: "row" }, ...this.ways), this.total, this.state),
      this.message,
      this.faults,
      make("section", {}, make("h2", { text: words.occasion }), make("p", { class: "quiet", text: words.occasion_lead }), this.occasion),
      make("section", {}, this.heading, this.empty, this.list),
      this.files(),
    );
    this.deck = data.default;
    this.own = false;
    this.load();
  }

  /** @param {Component} component */
  update({ data, setStateValue, setTriggerValue }) {
    Object.assign(this, { data, setStateValue, setTriggerValue, words: data.labels });
    data.document.slides.forEach((slide, index) => this.outlines.set(JSON.stringify(slide), data.slides[index]));
    if (data.message.serial > this.serial) this.hear(data.message);
    this.refresh();
    if (this.settled()) this.waiting.splice(0).forEach((act) => act());
  }

  refresh() {
    this.draw();
    this.send();
  }

  // The deck is the reader's own where this browser keeps one, else the one that ships with what was added to it.
  load() {
    const { deck, own, fresh } = ownDeck(this.data);
    this.set(deck, own);
    if (fresh) this.save();
  }

  /** @param {Deck} deck @param {boolean} own */
  set(deck, own) {
    Object.assign(this, { deck, own });
    this.rows = deck.slides.map((slide) => new SlideRow(this, slide));
    this.list.replaceChildren();
    const { minutes, occasion } = deck;
    this.occasion.replaceChildren(
      ...this.fields("title", occasion), this.field("date", occasion.date, { type: "date" }), this.number("minutes", minutes));
  }

  text() {
    return this.own ? JSON.stringify(this.deck) : "";
  }

  save() {
    this.own = true;
    save(this.data.store, { deck: this.deck });
  }

  settled() {
    return this.text() === this.data.of;
  }

  send() {
    if (!this.settled() && this.sent !== this.text()) this.setStateValue("deck", (this.sent = this.text()));
    this.root.setAttribute("aria-busy", String(!this.settled()));
  }

  /** What needs the server's answer to the last change waits for it. @param {() => void} act */
  after(act) {
    if (this.settled()) act();
    else this.waiting.push(act);
  }

  change() {
    this.deck.slides = this.rows.map((row) => row.slide);
    this.save();
    this.refresh();
  }

  /** @param {Memory} memory */
  replace({ deck, own }) {
    this.set(ordered(deck, this.data), own);
    if (own) this.save();
    else save(this.data.store, {});
    this.refresh();
  }

  /** What the server found in a file, or did with the deck. @param {Message} message */
  hear({ serial, deck, lines, error }) {
    this.serial = serial;
    const before = this.memory();
    if (deck) this.replace({ deck, own: true });
    this.say(lines, { error, undo: deck ? before : null });
  }

  startAgain() {
    const before = this.memory();
    this.replace({ deck: this.data.default, own: false });
    this.say([this.words.restarted], { undo: before });
    this.heading.focus();
  }

  /** @returns {Memory} */
  memory() {
    return { deck: structuredClone(this.deck), own: this.own };
  }

  /** @param {string[]} lines @param {{ error?: boolean, undo?: Memory | null }} [options] */
  say([first, ...rest], { error = false, undo = null } = {}) {
    const back = undo && make("button", { type: "button", text: this.words.undo, onclick: () => {
      this.message.replaceChildren();
      this.replace(undo);
      ([...this.list.querySelectorAll("button")].find(({ disabled }) => !disabled) ?? this.heading).focus();
    } });
    this.message.classList.toggle("error", error);
    this.message.replaceChildren(make("span", { text: first }), ...(rest.length ? [items(rest)] : []), ...(back ? [back] : []));
  }

  // A link that leads to the deck as it stands waits until the server knows it.
  follow = (/** @type {MouseEvent} */ event) => {
    const way = event.currentTarget;
    if (this.settled() || !(way instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    this.after(() => (way.target === "_self" && !way.download ? window.location.assign(way.href) : way.click()));
  };

  files() {
    const { data, words } = this;
    const input = make("input", { type: "file", accept: ".toml", onchange: () => this.upload(input) });
    return make(
      "section", {},
      make("h2", { text: words.keep }),
      make("p", { class: "quiet", text: words.keep_lead }),
      make("div", { class: "row" },
        make("button", { type: "button", text: words.save, onclick: () => this.after(() => this.download()) }),
        make("label", { class: "button" }, make("span", { text: words.load }), input),
        this.html,
        data.local && make("button", { type: "button", text: words.local, onclick: () => this.after(() => this.setTriggerValue("write", true)) }),
        this.restart),
    );
  }

  // A deck that is saved notes the data it was saved with; the browser's own copy notes the same.
  download() {
    const way = make("a", { download: "deck.toml", href: URL.createObjectURL(new Blob([this.data.file], { type: "application/toml" })) });
    way.click();
    URL.revokeObjectURL(way.href);
    if (!this.own) return;
    this.deck = this.data.stamped;
    this.rows.forEach((row, index) => { row.slide = this.deck.slides[index]; });
    this.change();
  }

  /** @param {HTMLInputElement} input */
  async upload(input) {
    const file = input.files?.[0];
    if (!file) return;
    if (file.size > LARGEST) this.say([fill(this.data.file_large, { file: file.name })], { error: true });
    else {
      const bytes = new Uint8Array(await file.arrayBuffer());
      this.setTriggerValue("file", { name: file.name, bytes: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")) });
    }
    input.value = ""; // so that the same file can be chosen again once it is mended
  }

  draw() {
    const { data, words } = this;
    this.ways.forEach((way, index) => { way.href = stageAddress(data) + ["", "&speaker=1", "&loop=15"][index]; });
    this.html.href = stageAddress(data);
    this.total.textContent = data.total;
    this.state.textContent = this.own ? words.own : words.shipped;
    this.restart.hidden = !this.own;
    this.empty.hidden = this.rows.length > 0;
    this.faults.hidden = !data.problems.length;
    this.faults.replaceChildren(items(data.problems));
    this.rows.forEach((row, index) => {
      if (this.list.children[index] !== row.element) this.list.insertBefore(row.element, this.list.children[index] ?? null);
      row.draw();
    });
  }

  /** @param {string} what @param {number} number */
  of(what, number) {
    return fill(this.words.of_slide, { what, n: number });
  }

  /** Make a field for a text in each language. @param {string} name @param {Record<string, any>} values */
  fields(name, values, { about = "" } = {}) {
    const { limits } = this.data;
    return inLanguages(name, this.data).map(({ key, tag }) =>
      this.field(key, values[key], { lang: tag, maxlength: limits[key] ?? limits[name], "aria-describedby": about || undefined }));
  }

  /** @param {string} name @param {number} value */
  number(name, value) {
    return this.field(name, String(value), { type: "number", min: 1, max: this.data.limits[name], step: 1, inputmode: "numeric" });
  }

  /** @param {string} name @param {string} value @param {Record<string, any>} attributes */
  field(name, value, attributes) {
    const all = { name, autocomplete: "off", ...attributes };
    const input = name.startsWith("note") ? make("textarea", { rows: 3, text: value, ...all }) : make("input", { type: "text", value, ...all });
    return make("label", { class: "field" }, make("span", { text: this.words[name] }), input);
  }
}

/** @param {string[]} texts */
const items = (texts) => make("ul", {}, ...texts.map((text) => make("li", { text })));

/** @param {Component} component */
export default function (component) {
  const root = /** @type {HTMLElement & { editor?: DeckEditor }} */ (component.parentElement.querySelector(".deck-editor"));
  const editor = (root.editor ??= new DeckEditor(component, root));
  editor.update(component);
  // Another tab has put something on the deck.
  const reload = (/** @type {StorageEvent} */ { key }) => {
    if (key !== editor.data.store) return;
    editor.load();
    editor.refresh();
  };
  window.addEventListener("storage", reload);
  return () => window.removeEventListener("storage", reload);
}
