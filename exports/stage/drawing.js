/* Fit the slides, draw their figures with the library in this file, build charts up, and find what does not fit. */
import { talk } from "./talk.js";

/**
 * A part of a figure that arrives: a mark, note or shape at its x, or a line that is cut off at one.
 * @typedef {{ node: SVGElement | HTMLElement, x: number }} Mark
 * @typedef {{ rect: SVGRectElement, most: number, to: (x: number) => number }} Line
 * @typedef {{ width: number, height: number, marks: Mark[], lines: Line[], step: number }} Drawing
 */

const TIGHTEST = 3;
const WANTED = 400; // px of the stage's own measure: the height that the labels of a figure were placed for
const A_YEAR = 60; // ms from one year's marks to the next
const SVG = "http://www.w3.org/2000/svg";
/** @type {WeakMap<HTMLElement, Drawing>} */
const drawings = new WeakMap();
let clips = 0;

export const scale = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
/** @param {HTMLElement} section @returns {HTMLElement | null} */
export const boxOf = (section) => section.querySelector("div.figure");
/** @param {HTMLElement} section */
export const stops = (section) => section.dataset.stops?.split(" ").map(Number) ?? [];

/** @param {HTMLElement} box */
function room(box) {
  const one = scale();
  return [Math.round(box.clientWidth / one), Math.round(box.clientHeight / one)];
}

/** Draw a figure as for the stage of 1280 x 720, scaled to the screen, so that its type keeps its share. @param {HTMLElement} section */
export function draw(section) {
  const box = boxOf(section);
  const plot = box?.firstElementChild;
  if (!box || !plot) return;
  const [width, height] = room(box);
  const last = drawings.get(section);
  if (last?.width === width && last.height === height) return;
  const { data, layout } = structuredClone(talk.figures[box.dataset.figure ?? ""]);
  Object.assign(layout, { width, height, autosize: false });
  layout.font = { ...layout.font, family: getComputedStyle(document.body).fontFamily };
  Plotly.newPlot(plot, data, layout, { staticPlot: true, responsive: false });
  const parts = section.dataset.stops ? arriving(plot) : { marks: [], lines: [] };
  drawings.set(section, { width, height, step: 0, ...parts });
  build(section, last?.step ?? 0);
}

/** @param {HTMLElement} section */
export function clear(section) {
  boxOf(section)?.firstElementChild?.replaceChildren();
  drawings.delete(section);
}

/** Find the parts of a drawn figure that arrive with a value of x, and that value. @param {Element} plot */
function arriving(plot) {
  const layout = /** @type {any} */ (plot)._fullLayout;
  /** @param {string} where @returns {any[]} */
  const all = (where) => [...plot.querySelectorAll(where)];
  /** @param {string} where @param {any[]} items */
  const onAxis = (where, items) => all(where).map((node) => ({ node, of: items[node.dataset.index] })).filter(({ of }) => /^x\d*$/.test(of.xref));
  const marks = [
    ...all(".points path, .points .point, .bars .point").map((node) => ({ node, x: Number(node.__data__.p ?? node.__data__.x) })),
    ...onAxis(".annotation", layout.annotations).map(({ node, of }) => ({ node, x: Number(of.x) })),
    ...onAxis(".shapelayer [data-index]", layout.shapes).map(({ node, of }) => ({ node, x: Math.min(of.x0, of.x1) })),
  ].filter(({ x }) => Number.isFinite(x));
  marks.forEach(({ node }) => node.classList.add("part"));
  return { marks, lines: all(".lines, .fills").filter((node) => node.childElementCount).map((node) => cut(node, layout)) };
}

/** Cut a line off at a value of x. @param {SVGElement} node @param {any} layout */
function cut(node, { xaxis, height }) {
  const clip = document.createElementNS(SVG, "clipPath");
  const rect = document.createElementNS(SVG, "rect");
  clip.id = `reach-${(clips += 1)}`;
  rect.setAttribute("class", "reach");
  for (const [name, value] of Object.entries({ x: -20, y: -height, height: 3 * height })) rect.setAttribute(name, String(value));
  clip.append(rect);
  node.before(clip);
  node.setAttribute("clip-path", `url(#${clip.id})`);
  return { rect, most: xaxis._length + 40, to: (/** @type {number} */ x) => xaxis.d2p(x) + 26 };
}

/** Show a chart up to one of its stops; moving, the marks on the way arrive year by year. @param {HTMLElement} section @param {number} step */
export function build(section, step, moving = false) {
  const drawing = drawings.get(section);
  if (!drawing || !section.dataset.stops) return;
  const until = stops(section)[step] ?? Infinity;
  section.classList.remove("moving");
  if (moving && step === 0) reach(drawing, -Infinity);
  const since = Math.min(...drawing.marks.filter(({ node, x }) => node.classList.contains("coming") && x <= until).map(({ x }) => x));
  if (moving) {
    section.getBoundingClientRect(); // what is hidden now is where the movement starts
    section.classList.add("moving");
  }
  reach(drawing, until, moving ? since : null);
  drawing.step = step;
}

/** @param {Drawing} drawing @param {number} until @param {number | null} since */
function reach({ marks, lines }, until, since = null) {
  for (const { rect, most, to } of lines) rect.style.width = `${Math.max(0, until === Infinity ? most : Math.min(most, to(until)))}px`;
  for (const { node, x } of marks) {
    const fresh = since !== null && x <= until && node.classList.contains("coming");
    node.style.transitionDelay = fresh ? `${Math.round(Math.max(0, x - since)) * A_YEAR}ms` : "0ms";
    node.classList.toggle("coming", x > until);
  }
}

/** Set a slide as loosely as it fits. @param {HTMLElement} section */
export function fit(section) {
  for (let step = 0; step <= TIGHTEST; step += 1) {
    if (step) section.dataset.fit = String(step);
    else delete section.dataset.fit;
    const box = boxOf(section);
    if (spilledOn(section).length === 0 && (!box || room(box)[1] >= WANTED)) return;
  }
}

/** @param {DOMRect} box @param {DOMRect} frame */
const outside = (box, frame) =>
  box.left < frame.left - 1 || box.top < frame.top - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1;
/** @param {DOMRect} one @param {DOMRect} other @param {number} slack */
const meet = (one, other, slack) =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > slack &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > slack;

/** Name each text of a slide that is cut off by an edge or by another text. @param {HTMLElement} section */
export function spilledOn(section) {
  const frame = section.getBoundingClientRect();
  /** @param {Element} node */
  const bounded = (node) => ({ node, text: node.textContent || (node.getAttribute("aria-label") ?? ""), box: node.getBoundingClientRect() });
  const texts = [...section.querySelectorAll("h1, h2, p, li, dt, dd, th, td, figcaption, .qr, div.figure")]
    .filter((node) => node.getClientRects().length)
    .map(bounded);
  const figure = boxOf(section)?.getBoundingClientRect() ?? frame;
  const labels = [...section.querySelectorAll("div.figure svg text")].map(bounded).filter(({ box }) => box.width);
  const spilled = new Set([
    ...texts.filter(({ node, box }) => outside(box, frame) || node.scrollWidth > node.clientWidth + 1),
    ...labels.filter(({ box }) => outside(box, figure)),
  ].map(({ text }) => text));
  for (const { among, slack } of [{ among: texts, slack: 1 }, { among: labels, slack: 4 * scale() }]) {
    among.forEach((one, index) => {
      for (const other of among.slice(index + 1)) {
        if (meet(one.box, other.box, slack) && !one.node.contains(other.node)) spilled.add(`${one.text} | ${other.text}`);
      }
    });
  }
  return [...spilled];
}
