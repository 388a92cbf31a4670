// A slide in the deck editor: its words, its buttons and, when it is opened, the fields that say how it is shown.
import { chinese, fill, inLanguages, make, read } from "./elements.js";

/** @import { DeckEditor } from "./editor.js" @import { Slide } from "./store.js" */

const UNKNOWN = { kind: "", slots: [] };
let rows = 0;

// It keeps its element as long as it is on the deck, so that nobody loses the field they write in.
export class SlideRow {
  /** @param {DeckEditor} editor @param {Slide} slide */
  constructor(editor, slide) {
    this.editor = editor;
    this.slide = slide;
    this.id = `slots-${(rows += 1)}`;
    /** @type {import("./elements.js").Outline} */
    this.outline = UNKNOWN;
    this.summary = make("div", { class: "summary" });
    this.element = make("li", {}, this.summary);
    this.slots = make("p", { class: "quiet", id: this.id });
    /** @type {HTMLElement | null} */
    this.fields = null;
    this.drawn = "";
  }

  get index() {
    return this.editor.rows.indexOf(this);
  }

  draw() {
    const { data, rows: { length }, outlines } = this.editor;
    this.outline = outlines.get(JSON.stringify(this.slide)) ?? this.outline;
    const names = this.outline.slots.map((name) => `{${name}}`).join(" ");
    this.slots.textContent = names ? fill(data.slots, { list: names }) : data.no_slots;
    const drawn = JSON.stringify([this.index, length, Boolean(this.fields), this.outline, this.slide.seconds]);
    if (this.drawn === drawn) return;
    this.drawn = drawn;
    const focused = this.summary.contains(document.activeElement) && document.activeElement instanceof HTMLElement ? document.activeElement : null;
    const number = make("span", { class: "number", text: this.index + 1, "aria-hidden": true });
    this.summary.replaceChildren(number, this.words(), this.buttons());
    if (focused) this.focusButton(focused.dataset.act);
  }

  words() {
    const { outline, slide, editor: { data, words } } = this;
    const line = make("p", { class: "kind" }, `${outline.kind} · ${fill(words.seconds_long, { n: slide.seconds })}`);
    if (slide.lang) line.append(` · ${words[`lang_${slide.lang}`]}`);
    if (outline.address) line.append(" · ", make("a", { href: outline.address, target: "_self", text: outline.view }));
    const headings = inLanguages("heading", data)
      .filter(({ key }) => outline[key])
      .sort((one, other) => Number(other.lang === data.lang) - Number(one.lang === data.lang)) // the page's own leads
      .map(({ key, tag }) => make("p", { class: "headline", lang: tag }, ...(tag.startsWith("zh") ? chinese(outline[key]) : [outline[key]])));
    const fault = outline.fault && make("p", { class: "fault", text: fill(data.fault, { n: this.index + 1, text: outline.fault }) });
    return make("div", {}, line, ...headings, fault);
  }

  buttons() {
    const { editor, index } = this;
    /** @param {string} name @param {() => void} press */
    const button = (name, press, more = {}) =>
      make("button", { type: "button", "data-act": name, text: editor.words[name], "aria-label": editor.of(editor.words[name], index + 1), onclick: press, ...more });
    return make(
      "div", { class: "moves" },
      button("up", () => this.move(-1), { disabled: index === 0 }),
      button("down", () => this.move(1), { disabled: index === editor.rows.length - 1 }),
      button(this.fields ? "done" : "edit", () => this.toggle(), { "aria-expanded": String(Boolean(this.fields)) }),
      button("remove", () => this.remove()),
    );
  }

  // The focus stays with the slide that was moved; at either end its other button takes it.
  focusButton(act = "") {
    const others = { up: "down", down: "up", edit: "done", done: "edit" };
    const names = [act, others[/** @type {keyof typeof others} */ (act)]];
    const button = names.map((name) => this.summary.querySelector(`[data-act="${name}"]:not(:disabled)`)).find(Boolean);
    if (button instanceof HTMLElement) button.focus();
  }

  /** @param {-1 | 1} by */
  move(by) {
    const { editor, index } = this;
    editor.rows.splice(index, 1);
    editor.rows.splice(index + by, 0, this);
    editor.change();
    this.focusButton(by < 0 ? "up" : "down");
    this.element.scrollIntoView({ block: "nearest" });
    editor.say([fill(editor.words.moved, { n: this.index + 1, of: editor.rows.length })]);
  }

  remove() {
    const { editor, index } = this;
    const before = editor.memory();
    editor.rows.splice(index, 1);
    this.element.remove();
    editor.change();
    editor.say([fill(editor.words.removed, { n: index + 1 })], { undo: before });
    const next = editor.rows[Math.min(index, editor.rows.length - 1)];
    if (next) next.focusButton("remove");
    else editor.heading.focus();
  }

  toggle() {
    if (this.fields) this.fields.remove();
    this.fields = this.fields ? null : this.edit();
    this.editor.draw();
    if (!this.fields) return;
    this.element.append(this.fields);
    this.fields.querySelector("input")?.focus();
  }

  edit() {
    const { editor, slide, editor: { words } } = this;
    const ways = ["", ...editor.data.modes].map((lang) => make("option", { value: lang, text: words[`lang_${lang || "any"}`], selected: lang === slide.lang }));
    const onchange = (/** @type {{ target: HTMLInputElement }} */ { target }) => {
      this.slide = { ...this.slide, [target.name]: read(target) };
      editor.change();
    };
    return make(
      "div", { class: "editor", role: "group", "aria-label": editor.of(words.edit, this.index + 1), onchange },
      make("div", { class: "fields" }, ...editor.fields("headline", slide, { about: this.id })),
      this.slots,
      make("div", { class: "fields" }, ...editor.fields("note", slide)),
      make("div", { class: "fields short" },
        make("label", { class: "field" }, make("span", { text: words.lang }), make("select", { name: "lang" }, ...ways)),
        editor.number("seconds", slide.seconds)),
      make("label", { class: "tick" },
        make("input", { type: "checkbox", name: "chapter_end", checked: slide.chapter_end }), make("span", { text: words.chapter_end })),
    );
  }
}
