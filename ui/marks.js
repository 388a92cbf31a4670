// A keyboard's and a finger's way through the marks of a chart, and charts that fit on paper.

/**
 * A chart of Plotly, with what it keeps on its element.
 * @typedef {HTMLElement & { layout?: any, _fullLayout?: any }} Chart
 * @typedef {{ path: SVGPathElement, text: string, x: number, y: number, curve: number, index: number, axes: string }} Mark
 */

const SELECTOR = ".js-plotly-plot";
const PAPER = 690; // px: what A4 leaves between its margins
const SHEET = 820; // px: how wide a chart is drawn for it, to be made smaller by ui/style.css

/** @returns {NodeListOf<Chart>} */
const charts = (which = "") => document.querySelectorAll(SELECTOR + which);

/** Plotly keeps its traces in drawing order; a mark that can be chosen carries a custom value. @param {Chart} chart */
function marks(chart) {
  /** @type {Mark[]} */
  const list = [];
  for (const trace of /** @type {NodeListOf<any>} */ (chart.querySelectorAll(".scatterlayer .trace, .barlayer .trace"))) {
    for (const path of /** @type {NodeListOf<any>} */ (trace.querySelectorAll(".points path"))) {
      const [item] = [path.__data__].flat();
      const full = item?.trace ?? trace.__data__?.[0]?.trace;
      if (!full?.customdata) continue;
      const index = item.i ?? item.pointNumber;
      const texts = [full.hovertext || full.text || ""].flat();
      list.push({ path, text: texts[texts.length > 1 ? index : 0] || "", x: item.x, y: item.y, curve: full.index, index, axes: `${full.xaxis || "x"}${full.yaxis || "y"}` });
    }
  }
  const [from, to] = chart.layout?.yaxis?.range ?? [0, 0];
  return list.sort((a, b) => (from > to ? a.y - b.y || a.x - b.x : a.x - b.x || a.y - b.y));
}

/** @param {Element} path */
function press(path) {
  const box = path.getBoundingClientRect();
  const at = { bubbles: true, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2, view: window };
  const layer = path.closest(SELECTOR)?.querySelector(".nsewdrag");
  for (const [kind, target] of /** @type {const} */ ([["mousemove", layer], ["mousedown", layer], ["mouseup", document], ["click", layer]]))
    target?.dispatchEvent(new MouseEvent(kind, at));
}

/** @param {Chart} chart */
function leave(chart) {
  chart.querySelectorAll(".points path.reached").forEach((path) => path.classList.remove("reached"));
  window.Plotly?.Fx.unhover(chart);
}

/** Let every chart be entered by keyboard; one without marks to choose is left out, for it would be a stop that leads nowhere.
 * @param {string} hint said where a chart is entered @param {Element} announcement where a mark that is reached is read aloud
 */
export function openCharts(hint, announcement) {
  for (const chart of charts()) {
    if (!chart.dataset.keys && !marks(chart).length) continue;
    chart.setAttribute("aria-label", hint);
    if (chart.parentElement) chart.parentElement.dataset.hint = hint;
    if (!chart.dataset.keys) open(chart, announcement);
  }
}

/** @param {Chart} chart @param {Element} announcement */
function open(chart, announcement) {
  chart.dataset.keys = "yes";
  chart.tabIndex = 0;
  chart.setAttribute("role", "application"); // screen readers then hand the arrow keys over
  // Plotly takes a finger's tap for the start of a drag and chooses nothing by it. Kept from the touch itself, it meets
  // the mouse events that every browser makes of a tap, and the page scrolls under the finger as it should.
  for (const kind of ["touchstart", "touchmove", "touchend"])
    chart.addEventListener(kind, (event) => event.stopPropagation(), { capture: true, passive: true });
  let index = -1;
  chart.addEventListener("blur", () => leave(chart));
  chart.addEventListener("keydown", (event) => {
    const list = marks(chart);
    const [before, after] = [-1, 1].map((by) => (index + by + list.length) % list.length);
    /** @type {Record<string, number>} */
    const ways = { Home: 0, End: list.length - 1, ArrowRight: after, ArrowDown: after, ArrowLeft: before, ArrowUp: before, Enter: index };
    if (!list.length || !(event.key in ways)) return;
    event.preventDefault();
    index = ways[event.key];
    const mark = list[index];
    if (event.key === "Enter") {
      if (mark) press(mark.path);
      return;
    }
    leave(chart);
    mark.path.classList.add("reached");
    mark.path.scrollIntoView({ block: "nearest", inline: "nearest" });
    // Who sees the screen reads what a mouse would show; who hears it is told.
    window.Plotly?.Fx.hover(chart, [{ curveNumber: mark.curve, pointNumber: mark.index }], mark.axes);
    announcement.textContent = mark.text.replaceAll("<br>", " ").replace(/<[^>]*>/g, "");
  });
}

/** A chart is drawn in pixels for the window; on paper it is drawn anew for the sheet. */
export function fitPaper() {
  for (const chart of charts()) {
    const width = chart._fullLayout?.width;
    if (!window.Plotly || !(width > PAPER)) continue;
    chart.dataset.width = width;
    window.Plotly.relayout(chart, { width: SHEET });
  }
}

/** Draw every chart as it was before it was fitted on paper. */
export function fitWindow() {
  for (const chart of charts("[data-width]")) {
    window.Plotly?.relayout(chart, { width: Number(chart.dataset.width) });
    delete chart.dataset.width;
  }
}
