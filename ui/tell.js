// What the browser alone knows and does: the page's language, a narrow window, keys that Streamlit would take for
// itself, a keyboard's way through a chart's marks, and charts that fit on paper.
const SELECTOR = ".js-plotly-plot";
const PAPER = 690; // px: what A4 leaves between its margins
const SHEET = 820; // px: how wide a chart is drawn for it, to be made smaller by ui/style.css

function marks(chart) {
  // Plotly keeps its traces in drawing order; a mark that can be chosen carries a custom value.
  const found = [];
  chart.querySelectorAll(".scatterlayer .trace, .barlayer .trace").forEach((trace) => {
    trace.querySelectorAll(".points path").forEach((path) => {
      const point = path.__data__;
      const item = point && (Array.isArray(point) ? point[0] : point);
      const full = item && item.trace ? item.trace : trace.__data__ && trace.__data__[0] && trace.__data__[0].trace;
      if (!full || !full.customdata) return;
      const place = item.i === undefined ? item.pointNumber : item.i;
      const said = [full.hovertext || full.text || ""].flat();
      found.push({ path, text: said[said.length > 1 ? place : 0] || "", x: item.x, y: item.y, curve: full.index, place, axes: `${full.xaxis || "x"}${full.yaxis || "y"}` });
    });
  });
  const across = chart.layout && chart.layout.yaxis && chart.layout.yaxis.range && chart.layout.yaxis.range[0] > chart.layout.yaxis.range[1];
  return found.sort((a, b) => (across ? a.y - b.y || a.x - b.x : a.x - b.x || a.y - b.y));
}

function press(path) {
  const box = path.getBoundingClientRect();
  const at = { bubbles: true, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2, view: window };
  const layer = path.closest(SELECTOR).querySelector(".nsewdrag");
  for (const [kind, target] of [["mousemove", layer], ["mousedown", layer], ["mouseup", document], ["click", layer]])
    target.dispatchEvent(new MouseEvent(kind, at));
}

function leave(chart) {
  chart.querySelectorAll(".points path.reached").forEach((path) => path.classList.remove("reached"));
  window.Plotly?.Fx.unhover(chart);
}

function enter(chart, said, hint) {
  // A chart without marks to choose would be a stop that leads nowhere.
  if (!chart.dataset.keys && !marks(chart).length) return;
  chart.setAttribute("aria-label", hint);
  chart.parentElement.dataset.hint = hint;
  if (chart.dataset.keys) return;
  chart.dataset.keys = "yes";
  chart.tabIndex = 0;
  chart.setAttribute("role", "application"); // screen readers then hand the arrow keys over
  touched(chart);
  let place = -1;
  chart.addEventListener("blur", () => leave(chart));
  chart.addEventListener("keydown", (event) => {
    const list = marks(chart);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!list.length || (!step && event.key !== "Home" && event.key !== "End" && event.key !== "Enter")) return;
    event.preventDefault();
    if (event.key === "Enter") { if (list[place]) press(list[place].path); return; }
    place = event.key === "Home" ? 0 : event.key === "End" ? list.length - 1 : (place + step + list.length) % list.length;
    leave(chart);
    list[place].path.classList.add("reached");
    list[place].path.scrollIntoView({ block: "nearest", inline: "nearest" });
    // Who sees the screen reads what a mouse would show; who hears it is told.
    window.Plotly?.Fx.hover(chart, [{ curveNumber: list[place].curve, pointNumber: list[place].place }], list[place].axes);
    said.textContent = list[place].text.replaceAll("<br>", " ").replace(/<[^>]*>/g, "");
  });
}

// A chart is drawn in pixels for the window; on paper it is drawn anew for the sheet, and after that as it was.
function fit() {
  document.querySelectorAll(SELECTOR).forEach((chart) => {
    const width = chart._fullLayout?.width;
    if (!window.Plotly || !(width > PAPER)) return;
    chart.dataset.width = width;
    window.Plotly.relayout(chart, { width: SHEET });
  });
}

function unfit() {
  document.querySelectorAll(`${SELECTOR}[data-width]`).forEach((chart) => {
    window.Plotly.relayout(chart, { width: Number(chart.dataset.width) });
    delete chart.dataset.width;
  });
}

// Plotly takes a finger's tap for the start of a drag and chooses nothing by it. Kept from the touch itself, it meets
// the mouse events that every browser makes of a tap, and the page scrolls under the finger as it should.
function touched(chart) {
  for (const kind of ["touchstart", "touchmove", "touchend"])
    chart.addEventListener(kind, (event) => event.stopPropagation(), { capture: true, passive: true });
}

// What opens from a button stands at the page's end: Streamlit leaves the focus on the button, and the whole page
// between the two. The focus goes in, and out again to the button that opened it, which closes it.
function step(body) {
  if (body.dataset.entered) return;
  body.dataset.entered = "yes";
  body.setAttribute("aria-label", (body.getAttribute("aria-label") || "").replaceAll("**", "")); // the label's own markup
  const opener = document.activeElement?.closest('[data-testid="stPopoverButton"]');
  if (!opener) return;
  body.tabIndex = -1;
  body.focus({ preventScroll: true });
  body.addEventListener("keydown", (event) => {
    if (event.key !== "Tab") return;
    const stops = [...body.querySelectorAll("a[href], button, input, [tabindex]")].filter((stop) => stop.tabIndex >= 0 && !stop.disabled && stop.offsetParent);
    const at = stops.indexOf(document.activeElement);
    if (event.shiftKey ? at > 0 : at < stops.length - 1) return;
    event.preventDefault();
    opener.focus();
    opener.click();
  });
}

// Streamlit's skip link stops before the bar of places, which it takes for a part of the page; ours passes it.
function past(event) {
  const title = document.querySelector("h1");
  if (!title) return;
  event.preventDefault();
  event.stopPropagation();
  title.tabIndex = -1;
  title.focus();
}

export default function ({ data, setStateValue, parentElement }) {
  document.documentElement.lang = data.lang;
  const media = window.matchMedia(`(max-width: ${data.width}px)`);
  const tell = () => setStateValue("narrow", media.matches);
  if (media.matches !== data.narrow) tell();
  media.addEventListener("change", tell);

  // Streamlit takes a bare r to run again and c to clear its cache; a reader who types elsewhere means neither.
  const keep = (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && ["r", "c"].includes(event.key.toLowerCase())) event.stopImmediatePropagation();
  };
  window.addEventListener("keydown", keep, true);

  const said = parentElement.querySelector("[aria-live]");
  let due = 0;
  const look = () => {
    due = 0;
    // Streamlit words its skip link in English alone, and shows the place one is at by its look alone.
    const skip = document.querySelector('[data-testid="stSkipToContent"]');
    if (skip && skip.textContent !== data.skip) skip.textContent = data.skip;
    if (skip) skip.onclick = past;
    document.querySelectorAll("[aria-current=page]").forEach((link) => link.closest(".st-key-here") || link.removeAttribute("aria-current"));
    document.querySelectorAll(".st-key-here a:not([aria-current])").forEach((link) => link.setAttribute("aria-current", "page"));
    document.querySelectorAll(SELECTOR).forEach((chart) => enter(chart, said, data.hint));
    document.querySelectorAll('[data-testid="stPopoverBody"]').forEach(step);
  };
  const watch = new MutationObserver(() => (due = due || requestAnimationFrame(look)));
  watch.observe(document.body, { childList: true, subtree: true });
  look();
  window.addEventListener("beforeprint", fit);
  window.addEventListener("afterprint", unfit);
  return () => {
    cancelAnimationFrame(due);
    window.removeEventListener("beforeprint", fit);
    window.removeEventListener("afterprint", unfit);
    media.removeEventListener("change", tell);
    window.removeEventListener("keydown", keep, true);
    watch.disconnect();
  };
}
