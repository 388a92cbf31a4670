// The slides on the desk: each with its buttons and, when it is opened, the fields that say how it is shown.
const FIELDS = ["headline", "headline_zh", "note", "note_zh"];
const TONGUES = { headline: "en", headline_zh: "zh-Hans", note: "en", note_zh: "zh-Hans", title: "en", title_zh: "zh-Hans" };

class Slides {
  constructor() {
    this.rows = []; // { id, entry, element, laid, open }
    this.known = new Map(); // how a slide is laid out, by all that it holds
  }

  // A slide keeps its element as long as it is on the deck, so that nobody loses the field they write in.
  lay(row, at) {
    row.laid = this.known.get(JSON.stringify(row.entry)) ?? row.laid ?? { kind: "", heading: "", heading_zh: "", slots: [] };
    if (!row.element) row.element = make("li", {}, (row.shown = make("div", { class: "laid" })));
    if (this.list.children[at] !== row.element) this.list.insertBefore(row.element, this.list.children[at] ?? null);
    const drawn = JSON.stringify([at, this.rows.length, row.open, row.laid, row.entry.seconds]);
    if (row.drawn === drawn) return;
    row.drawn = drawn;
    const act = document.activeElement?.dataset.act;
    const mine = row.shown.contains(document.activeElement);
    row.shown.replaceChildren(make("span", { class: "number", text: at + 1, "aria-hidden": true }), this.words_of(row, at), this.moves(row, at));
    if (mine) this.back(row, act);
    if (row.open && !row.editor) row.element.append((row.editor = this.editor(row)));
    if (row.slots) row.slots.textContent = row.laid.slots?.length ? fill(this.data.slots, { list: row.laid.slots.map((name) => `{${name}}`).join(" ") }) : this.data.no_slots;
  }

  words_of({ laid, entry }, at) {
    const time = fill(this.words.seconds_long, { n: entry.seconds });
    const line = make("p", { class: "kind" }, `${laid.kind} · ${time}`);
    if (entry.lang) line.append(` · ${this.words[`lang_${entry.lang}`]}`);
    if (laid.address) line.append(" · ", make("a", { href: laid.address, target: "_self", text: laid.view }));
    const said = [
      laid.heading && make("p", { class: "headline", lang: "en", text: laid.heading }),
      laid.heading_zh && make("p", { class: "headline", lang: "zh-Hans" }, ...chinese(laid.heading_zh)),
    ].filter(Boolean);
    if (this.data.lang === "zh") said.reverse(); // the page's own language leads
    const fault = laid.fault && make("p", { class: "fault", text: fill(this.data.fault, { n: at + 1, text: laid.fault }) });
    return make("div", {}, line, ...said, fault);
  }

  moves(row, at) {
    const { words } = this;
    const button = (name, press, more = {}) =>
      make("button", { type: "button", "data-act": name, text: words[name], "aria-label": this.of(words[name], at + 1), onclick: press, ...more });
    return make(
      "div", { class: "moves" },
      button("up", () => this.move(row, -1), { disabled: at === 0 }),
      button("down", () => this.move(row, 1), { disabled: at === this.rows.length - 1 }),
      button(row.open ? "done" : "edit", () => this.open(row), { "aria-expanded": String(row.open) }),
      button("remove", () => this.remove(row)),
    );
  }

  // The focus stays with the slide that was moved; at either end its other button takes it.
  back(row, act) {
    const others = { up: "down", down: "up", edit: "done", done: "edit" };
    const found = [act, others[act]].map((name) => row.shown.querySelector(`[data-act="${name}"]:not(:disabled)`)).find(Boolean);
    this.focus(found);
  }

  move(row, by) {
    const at = this.rows.indexOf(row);
    const act = by < 0 ? "up" : "down";
    this.rows.splice(at, 1);
    this.rows.splice(at + by, 0, row);
    this.change();
    this.back(row, act);
    row.element.scrollIntoView({ block: "nearest" });
    this.say([fill(this.words.moved, { n: at + by + 1, of: this.rows.length })]);
  }

  remove(row) {
    const at = this.rows.indexOf(row);
    const before = this.memory();
    this.rows.splice(at, 1);
    row.element.remove();
    this.change();
    this.say([fill(this.words.removed, { n: at + 1 })], { undo: before });
    const next = this.rows[Math.min(at, this.rows.length - 1)];
    this.focus(next ? next.shown.querySelector('[data-act="remove"]') : this.heading);
  }

  open(row) {
    row.open = !row.open;
    if (!row.open) {
      row.editor.remove();
      row.editor = row.slots = null;
    }
    this.draw();
    if (row.open) row.editor.querySelector("input").focus();
  }

  editor(row) {
    const about = `slots-${row.id}`;
    const set = (name) => (value) => { row.entry = { ...row.entry, [name]: value }; this.change(); };
    row.slots = make("p", { class: "quiet", id: about });
    const chosen = make("select", { onchange: () => set("lang")(chosen.value) },
      ...["", "en", "zh", "both"].map((lang) => make("option", { value: lang, text: this.words[`lang_${lang || "any"}`] })));
    chosen.value = row.entry.lang;
    const tick = make("input", { type: "checkbox", onchange: () => set("chapter_end")(tick.checked) });
    tick.checked = row.entry.chapter_end;
    const [headline, headlineZh, note, noteZh] = FIELDS.map((name) =>
      this.field(name, row.entry[name], set(name), { about: name.startsWith("headline") ? about : "" }));
    return make(
      "div", { class: "editor", role: "group", "aria-label": this.of(this.words.edit, this.rows.indexOf(row) + 1) },
      make("div", { class: "fields" }, headline, headlineZh),
      row.slots,
      make("div", { class: "fields" }, note, noteZh),
      make("div", { class: "fields short" },
        make("label", { class: "field" }, make("span", { text: this.words.lang }), chosen),
        this.number("seconds", row.entry.seconds, set("seconds"))),
      make("label", { class: "tick" }, tick, make("span", { text: this.words.chapter_end })),
    );
  }

  field(name, value, set, { type = "text", about = "", of = "" } = {}) {
    const long = name.startsWith("note");
    const input = make(long ? "textarea" : "input", {
      type: long ? undefined : type,
      rows: long ? 3 : undefined,
      lang: TONGUES[name],
      autocomplete: "off",
      maxlength: type === "text" ? this.data.limits[name] ?? this.data.limits[name.replace("_zh", "")] : undefined,
      "aria-describedby": about || undefined,
      "aria-label": of ? this.of(this.words[name], of) : undefined,
      onchange: () => set(input.value.trim()),
    });
    input.value = value;
    return make("label", { class: "field" }, make("span", { text: this.words[name] }), input);
  }

  number(name, value, set) {
    const input = make("input", { type: "number", min: 1, max: this.data.limits[name], step: 1, inputmode: "numeric", onchange: () => {
      const asked = Math.min(Math.max(Math.round(Number(input.value)) || value, 1), this.data.limits[name]);
      input.value = asked;
      set(asked);
    } });
    input.value = value;
    return make("label", { class: "field" }, make("span", { text: this.words[name] }), input);
  }

  of(what, n) {
    return fill(this.words.of_slide, { what, n });
  }
}
