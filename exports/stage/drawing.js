/* Fit the slides, draw their figures with the library in this file, build charts up, and find what does not fit. */
const drawing = (() => {
  "use strict";
  const TIGHTEST = 3;
  const WANTED = 400; // px of the stage's own measure: the height that the labels of a figure were placed for
  const A_YEAR = 60; // ms from one year's marks to the next
  const root = document.documentElement;
  const drawn = new WeakMap(); // a section to the size of its figure and the parts that arrive
  const scale = () => parseFloat(getComputedStyle(root).fontSize) / 16;
  const boxOf = (section) => section.querySelector("div.figure");

  const room = (box) => {
    const one = scale();
    return [Math.round(box.clientWidth / one), Math.round(box.clientHeight / one)];
  };

  /* A figure is drawn as for the stage of 1280 x 720 and scaled to the screen, so that its type keeps its share. */
  const draw = (section) => {
    const box = boxOf(section);
    if (!box) return;
    const [width, height] = room(box);
    const last = drawn.get(section);
    if (last && last.width === width && last.height === height) return;
    const { data, layout } = structuredClone(talk.figures[box.dataset.figure]);
    Object.assign(layout, { width, height, autosize: false });
    layout.font = { ...layout.font, family: getComputedStyle(document.body).fontFamily };
    Plotly.newPlot(box.firstElementChild, data, layout, { staticPlot: true, responsive: false });
    drawn.set(section, { width, height, parts: section.dataset.stops ? arriving(box.firstElementChild) : [] });
    if (last) build(section, last.step ?? 0);
  };

  const clear = (section) => {
    boxOf(section)?.firstElementChild.replaceChildren();
    drawn.delete(section);
  };

  /* Find the parts of a drawn figure that arrive with a value of x, and that value. */
  const arriving = (plot) => {
    const layout = plot._fullLayout;
    const onAxis = (each) => /^x\d*$/.test(each.xref);
    const marks = [...plot.querySelectorAll(".points path, .points .point, .bars .point")]
      .map((node) => ({ node, x: Number(node.__data__.p ?? node.__data__.x) }));
    const notes = [...plot.querySelectorAll(".annotation")]
      .map((node) => ({ node, of: layout.annotations[node.dataset.index] }))
      .filter(({ of }) => onAxis(of))
      .map(({ node, of }) => ({ node, x: Number(of.x) }));
    const shapes = [...plot.querySelectorAll(".shapelayer [data-index]")]
      .map((node) => ({ node, of: layout.shapes[node.dataset.index] }))
      .filter(({ of }) => onAxis(of))
      .map(({ node, of }) => ({ node, x: Math.min(of.x0, of.x1) }));
    const lines = [...plot.querySelectorAll(".lines, .fills")].filter((node) => node.childElementCount).map((node) => reaching(node, layout));
    const parts = [...marks, ...notes, ...shapes].filter(({ x }) => Number.isFinite(x));
    parts.forEach(({ node }) => node.classList.add("part"));
    return [...parts, ...lines];
  };

  let cuts = 0;
  /* Cut a line off at a value of x. */
  const reaching = (node, { xaxis, height }) => {
    const [clip, rect] = ["clipPath", "rect"].map((name) => document.createElementNS("http://www.w3.org/2000/svg", name));
    clip.id = `reach-${(cuts += 1)}`;
    rect.setAttribute("class", "reach");
    for (const [name, value] of Object.entries({ x: -20, y: -height, height: 3 * height })) rect.setAttribute(name, value);
    clip.append(rect);
    node.parentNode.prepend(clip);
    node.setAttribute("clip-path", `url(#${clip.id})`);
    return { rect, most: xaxis._length + 40, to: (x) => xaxis.d2p(x) + 26 };
  };

  const stops = (section) => (section.dataset.stops ? section.dataset.stops.split(" ").map(Number) : []);

  /* Show a chart up to one of its stops; moving, the marks on the way to it arrive year by year. */
  const build = (section, step, moving = false) => {
    const known = drawn.get(section);
    if (!known || !section.dataset.stops) return;
    const until = stops(section)[step] ?? Infinity;
    section.classList.remove("moving");
    if (moving && step === 0) place(known.parts, -Infinity);
    const since = Math.min(...known.parts.filter(({ node, x }) => node?.classList.contains("coming") && x <= until).map(({ x }) => x));
    if (moving) {
      section.getBoundingClientRect(); // what is hidden now is where the movement starts
      section.classList.add("moving");
    }
    place(known.parts, until, moving ? since : null);
    known.step = step;
  };

  const place = (parts, until, since = null) => {
    for (const { node, x, rect, most, to } of parts) {
      if (rect) {
        rect.style.width = `${Math.max(0, until === Infinity ? most : Math.min(most, to(until)))}px`;
        continue;
      }
      const fresh = since !== null && x <= until && node.classList.contains("coming");
      node.style.transitionDelay = fresh ? `${Math.round(Math.max(0, x - since)) * A_YEAR}ms` : "0ms";
      node.classList.toggle("coming", x > until);
    }
  };

  /* Set a slide as loosely as it fits. */
  const fit = (section) => {
    for (let step = 0; step <= TIGHTEST; step += 1) {
      if (step) section.dataset.fit = step;
      else delete section.dataset.fit;
      const box = boxOf(section);
      if (spilledOn(section).length === 0 && (!box || room(box)[1] >= WANTED)) return;
    }
  };

  const outside = (box, frame) =>
    box.left < frame.left - 1 || box.top < frame.top - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1;
  const meet = (one, other, slack) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > slack &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > slack;

  /* Name each text of a slide that is cut off by an edge or by another text. */
  const spilledOn = (section) => {
    const frame = section.getBoundingClientRect();
    const bounded = (node) => ({ node, text: node.textContent || node.getAttribute("aria-label"), box: node.getBoundingClientRect() });
    const texts = [...section.querySelectorAll("h1, h2, p, li, dt, dd, th, td, figcaption, .qr, div.figure")]
      .filter((node) => node.getClientRects().length)
      .map(bounded);
    const found = new Set();
    for (const { node, text, box } of texts) if (outside(box, frame) || node.scrollWidth > node.clientWidth + 1) found.add(text);
    const inFigure = boxOf(section)?.getBoundingClientRect();
    const labels = [...section.querySelectorAll("div.figure svg text")].map(bounded).filter(({ box }) => box.width);
    for (const { text, box } of labels) if (outside(box, inFigure)) found.add(text);
    for (const [among, slack] of [[texts, 1], [labels, 4 * scale()]]) {
      among.forEach((one, number) => {
        for (const other of among.slice(number + 1)) {
          if (meet(one.box, other.box, slack) && !one.node.contains(other.node)) found.add(`${one.text} | ${other.text}`);
        }
      });
    }
    return [...found];
  };

  return { draw, clear, build, fit, stops, scale, room, boxOf, spilledOn, has: (section) => drawn.has(section) };
})();
