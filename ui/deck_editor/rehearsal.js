// The rehearsal check: what a hall needs, tried in this browser. The server says what only the data can tell.
const SIZES = [[1280, 720], [1920, 1080], [1024, 768]];
const SAMPLES = { latin: ["Source Sans", "Aé"], chinese: ["Noto Sans SC", "中文"] };
const LONGEST = 60; // signs of what does not fit, to find it by
const PATIENCE = 60_000; // ms until a stage that does not open is given up

class Rehearsal {
  constructor(root) {
    this.root = root;
  }

  update({ data, setStateValue }) {
    Object.assign(this, { data, words: data.labels });
    if (!this.list) this.build();
    const { deck, own } = mine(data);
    const text = own ? JSON.stringify(deck) : "";
    if (text !== data.of) setStateValue("deck", text);
    else if (this.tried !== text) this.check((this.tried = text));
  }

  build() {
    this.total = make("p", { role: "status" });
    this.again = make("button", { type: "button", text: this.say("again"), onclick: () => this.check() });
    this.list = make("ul", { class: "checks" });
    this.root.append(make("div", { class: "row" }, this.again, this.total), this.list);
  }

  say(name, slots = {}) {
    const said = this.words[`rehearsal.${name}`];
    const form = typeof said === "string" ? said : said[new Intl.PluralRules(this.data.lang).select(slots.n)] ?? said.other;
    return fill(form, slots);
  }

  async check() {
    const round = (this.round = {});
    this.again.disabled = true;
    this.total.textContent = this.say("waiting");
    const tries = { slides: this.slides, drawn: null, languages: this.languages, fonts: this.fonts, screen: this.screen, offline: null, data: this.moved };
    this.lines = Object.fromEntries(Object.keys(tries).map((name) => [name, this.line(name)]));
    this.list.replaceChildren(...Object.values(this.lines).map(({ element }) => element));
    for (const [name, act] of Object.entries(tries)) if (act) this.show(name, await act.call(this));
    await this.stages(() => round !== this.round);
    if (round !== this.round) return;
    const bad = Object.values(this.lines).filter(({ state }) => state === "mend").length;
    this.total.textContent = bad ? this.say("total_mend", { n: bad }) : this.say("total_good");
    this.again.disabled = false;
  }

  line(name) {
    const state = make("span", { class: "state", text: this.say("waiting") });
    const told = make("ul");
    return { element: make("li", {}, make("span", { class: "name", text: this.say(name) }), state, told), shown: state, told, state: "" };
  }

  show(name, [state, texts]) {
    const line = this.lines[name];
    line.state = state;
    line.element.className = state;
    line.shown.textContent = this.say(state);
    line.told.replaceChildren(...texts.map((text) => make("li", { text })));
  }

  slides() {
    const faults = this.data.slides.flatMap(({ fault }, at) => (fault ? [fill(this.data.fault, { n: at + 1, text: fault })] : []));
    const found = [...this.data.problems, ...faults];
    return found.length ? ["mend", found] : ["good", [this.say("slides_good"), this.data.total]];
  }

  languages() {
    const list = new Intl.ListFormat(this.data.lang, { type: "conjunction" });
    const found = this.data.slides.flatMap(({ lacks }, at) =>
      lacks.length ? [this.say("languages_lack", { n: at + 1, list: list.format(lacks.map((name) => this.say(`lack_${name}`))) })] : []);
    const draft = this.data.draft ? [this.say("languages_draft")] : [];
    if (found.length) return ["mend", [...found, ...draft]];
    return [draft.length ? "note" : "good", [this.say("languages_good"), ...draft]];
  }

  async fonts() {
    const missing = [];
    for (const [name, [family, sample]] of Object.entries(SAMPLES)) {
      const font = `20px "${family}"`;
      const faces = await document.fonts.load(font, sample).catch(() => []);
      if (!faces.length || !document.fonts.check(font, sample)) missing.push(this.say(name));
    }
    return missing.length ? ["mend", [this.say("fonts_mend", { list: missing.join(", ") })]] : ["good", [this.say("fonts_good")]];
  }

  screen() {
    const { width, height } = window.screen;
    if (width < 1280 || height < 720) return ["note", [this.say("screen_small", { width, height })]];
    const wide = Math.abs(width / height / (16 / 9) - 1) < 0.01;
    return [wide ? "good" : "note", [this.say(wide ? "screen_wide" : "screen_other", { width, height })]];
  }

  moved() {
    const [state, texts] = this.data.data;
    return [state, texts];
  }

  // The whole stage is opened at each size, unseen, and asked what does not fit and what it asked the network for.
  async stages(stopped) {
    const faults = [];
    const asked = new Set();
    const shown = this.data.slides.flatMap(({ fault }, at) => (fault ? [] : [at + 1])); // the stage leaves the others out
    for (const [width, height] of SIZES) {
      const size = `${width} × ${height}`;
      this.lines.drawn.shown.textContent = this.say("drawn_running", { size });
      const frame = make("iframe", { src: stage(this.data), width, height, tabindex: -1, "aria-hidden": true, title: this.say("drawn") });
      this.root.append(frame);
      try {
        const view = await this.ready(frame);
        if (stopped()) return;
        view.stage.spilled().forEach(({ lang, slide, text }) =>
          faults.push(this.say("drawn_spilled", { n: shown[slide - 1], size, mode: this.say(`mode_${lang}`), text: text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text })));
        view.performance.getEntries().filter(({ entryType }) => ["navigation", "resource"].includes(entryType)).forEach(({ name }) => asked.add(name));
      } catch {
        faults.push(this.say("drawn_failed", { size }));
      } finally {
        frame.remove();
      }
    }
    const sizes = new Intl.ListFormat(this.data.lang).format(SIZES.map((size) => size.join(" × ")));
    const told = [...new Set(faults)];
    this.show("drawn", told.length ? ["mend", told] : ["good", [this.say("drawn_good", { n: shown.length, sizes })]]);
    this.show("offline", this.network([...asked]));
  }

  ready(frame) {
    return new Promise((done, fail) => {
      const late = setTimeout(fail, PATIENCE);
      frame.onload = () => {
        clearTimeout(late);
        const view = frame.contentWindow;
        if (view.stage) view.stage.ready.then(() => done(view), fail);
        else fail();
      };
    });
  }

  network(asked) {
    const elsewhere = asked.filter((name) => !/^(data|blob):/.test(name) && new URL(name).origin !== window.location.origin);
    if (elsewhere.length) return ["mend", [this.say("offline_mend", { list: elsewhere.join(", ") })]];
    return asked.length ? ["good", [this.say("offline_good", { n: asked.length })]] : ["mend", [this.say("offline_none")]];
  }
}

export default function (component) {
  const root = component.parentElement.querySelector(".deck-editor");
  (root.rehearsal ??= new Rehearsal(root)).update(component);
}
