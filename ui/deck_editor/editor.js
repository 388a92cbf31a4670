// The desk: the slides in order, each with its editor. What is changed is kept in this browser at once; the server says
// how each slide will look, and makes the files.
const LARGEST = 200_000; // bytes of a file that may be a deck

class DeckEditor extends Slides {
  constructor(root) {
    super();
    this.root = root;
    this.next = 0;
    this.waiting = [];
    this.told = null; // what was told before this page was opened is old
  }

  update({ data, setStateValue, setTriggerValue }) {
    Object.assign(this, { data, setStateValue, setTriggerValue, words: data.labels });
    if (!this.deck) this.begin();
    data.document.slides.forEach((entry, at) => this.known.set(JSON.stringify(entry), data.slides[at]));
    this.told ??= data.message.serial;
    if (data.message.serial > this.told) this.hear(data.message);
    this.draw();
    this.send();
    if (this.settled()) this.waiting.splice(0).forEach((act) => act());
  }

  // The deck is the reader's own where this browser holds one, else the one that ships with what was added to it.
  begin(again = false) {
    this.read();
    this.root.replaceChildren();
    this.build();
    if (again) this.draw();
    this.send();
  }

  read() {
    const { deck, own, fresh } = mine(this.data);
    Object.assign(this, { deck, own });
    if (fresh) this.save();
    this.rows = deck.slides.map((entry) => this.row(entry));
  }

  row(entry) {
    this.next += 1;
    return { id: this.next, entry, open: false };
  }

  text() {
    return this.own ? JSON.stringify(this.deck) : "";
  }

  save() {
    this.own = true;
    keep(this.data.store, { deck: this.deck });
  }

  settled() {
    return this.text() === this.data.of;
  }

  send() {
    if (!this.settled() && this.sent !== this.text()) this.setStateValue("deck", (this.sent = this.text()));
    this.root.setAttribute("aria-busy", String(!this.settled()));
  }

  // What needs the server's answer to the last change waits for it.
  after(act) {
    if (this.settled()) act();
    else this.waiting.push(act);
  }

  change() {
    this.deck.slides = this.rows.map((row) => row.entry);
    this.save();
    this.draw();
    this.send();
  }

  replace(deck, own) {
    this.own = own;
    this.deck = ordered(deck, this.data.default, this.data.blank);
    if (own) this.save();
    else keep(this.data.store, {});
    this.rows.forEach((row) => row.element?.remove());
    this.rows = this.deck.slides.map((entry) => this.row(entry));
    this.occasion();
    this.draw();
    this.send();
  }

  // What the server found in a file, or did with the deck.
  hear({ serial, deck, lines, error }) {
    this.told = serial;
    const before = this.memory();
    if (deck) this.replace(deck, true);
    this.say(lines, { error, undo: deck ? before : null });
  }

  memory() {
    return { deck: structuredClone(this.deck), own: this.own };
  }

  say(lines, { error = false, undo = null } = {}) {
    const [first, ...rest] = lines;
    const parts = [make("span", { text: first })];
    if (rest.length) parts.push(make("ul", {}, ...rest.map((text) => make("li", { text }))));
    if (undo) {
      parts.push(make("button", { type: "button", text: this.words.undo, onclick: () => {
        this.said.replaceChildren();
        this.replace(undo.deck, undo.own);
        this.focus(this.list.querySelector("button:not(:disabled)") ?? this.heading);
      } }));
    }
    this.said.classList.toggle("error", error);
    this.said.replaceChildren(...parts);
  }

  focus(element) {
    if (element === this.heading) element.tabIndex = -1;
    element?.focus();
  }

  build() {
    const { words } = this;
    this.total = make("p", { class: "total" });
    this.state = make("p", { class: "quiet" });
    this.said = make("div", { class: "said", role: "status" });
    this.faults = make("div", { class: "notice error", hidden: true });
    this.heading = make("h2", { text: words.slides });
    this.list = make("ol", { class: "slides" });
    this.empty = make("p", { class: "quiet", text: this.data.empty });
    this.ways = ["stage", "speaker", "loop"].map((name) =>
      make("a", { class: name === "stage" ? "button main" : "button", target: name === "stage" ? "_self" : name, text: words[name], onclick: (event) => this.follow(event) }));
    this.fields = make("div", { class: "fields occasion" });
    this.root.append(
      make("section", { "aria-label": words.show }, make("div", { class: "row" }, ...this.ways), this.total, this.state),
      this.said,
      this.faults,
      make("section", {}, make("h2", { text: words.occasion }), make("p", { class: "quiet", text: words.occasion_lead }), this.fields),
      make("section", {}, this.heading, this.empty, this.list),
      this.files(),
    );
    this.occasion();
  }

  // A link that leads to the deck as it stands waits until the server knows it.
  follow(event) {
    const way = event.currentTarget;
    if (this.settled()) return;
    event.preventDefault();
    this.after(() => (way.target === "_self" && !way.download ? window.location.assign(way.href) : way.click()));
  }

  occasion() {
    const { occasion } = this.deck;
    const set = (name) => (value) => { occasion[name] = value; this.change(); };
    this.fields.replaceChildren(
      this.field("title", occasion.title, set("title")),
      this.field("title_zh", occasion.title_zh, set("title_zh")),
      this.field("date", occasion.date, set("date"), { type: "date" }),
      this.number("minutes", this.deck.minutes, (value) => { this.deck.minutes = value; this.change(); }),
    );
  }

  files() {
    const { words } = this;
    const input = make("input", { type: "file", accept: ".toml", onchange: () => this.load(input) });
    this.html = make("a", { class: "button", text: words.html, download: this.data.name, onclick: (event) => this.follow(event) });
    this.local = this.data.local && make("button", { type: "button", text: words.local, onclick: () => this.after(() => this.setTriggerValue("keep", true)) });
    this.restart = make("button", { type: "button", text: words.restart, onclick: () => {
      const before = this.memory();
      this.replace(this.data.default, false);
      this.say([words.restarted], { undo: before });
      this.focus(this.heading);
    } });
    return make(
      "section", {},
      make("h2", { text: words.keep }),
      make("p", { class: "quiet", text: words.keep_lead }),
      make("div", { class: "row" },
        make("button", { type: "button", text: words.save, onclick: () => this.after(() => this.download()) }),
        make("label", { class: "button" }, make("span", { text: words.load }), input),
        this.html, this.local, this.restart),
    );
  }

  // A deck that is saved notes the data it was saved with; the browser's own copy notes the same.
  download() {
    const way = make("a", { download: "deck.toml", href: URL.createObjectURL(new Blob([this.data.file], { type: "application/toml" })) });
    way.click();
    URL.revokeObjectURL(way.href);
    if (!this.own) return;
    this.deck = this.data.stamped;
    this.rows.forEach((row, at) => { row.entry = this.deck.slides[at]; });
    this.change();
  }

  async load(input) {
    const [file] = input.files;
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
    this.ways.forEach((way, at) => { way.href = stage(data) + ["", "&speaker=1", "&loop=15"][at]; });
    this.html.href = stage(data);
    this.total.textContent = data.total;
    this.state.textContent = this.own ? words.own : words.shipped;
    this.restart.hidden = !this.own;
    this.empty.hidden = this.rows.length > 0;
    this.faults.hidden = !data.problems.length;
    this.faults.replaceChildren(make("ul", {}, ...data.problems.map((text) => make("li", { text }))));
    this.rows.forEach((row, at) => this.lay(row, at));
  }
}

export default function (component) {
  const root = component.parentElement.querySelector(".deck-editor");
  const editor = (root.editor ??= new DeckEditor(root));
  editor.update(component);
  // Another tab has put something on the deck.
  const heard = (event) => { if (event.key === component.data.store) editor.begin(true); };
  window.addEventListener("storage", heard);
  return () => window.removeEventListener("storage", heard);
}
