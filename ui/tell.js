// What the browser alone knows and does: the page's language, a narrow window, keys that Streamlit would take for
// itself, and a keyboard's way through a chart's marks.
const SELECTOR = ".js-plotly-plot";

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
      found.push({ path, text: (full.hovertext || full.text || [])[place] || "", x: item.x, y: item.y });
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

function enter(chart, said, hint) {
  if (chart.dataset.keys) return;
  chart.dataset.keys = "yes";
  chart.tabIndex = 0;
  chart.setAttribute("role", "group");
  chart.setAttribute("aria-roledescription", hint);
  let place = -1;
  chart.addEventListener("keydown", (event) => {
    const list = marks(chart);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!list.length || (!step && event.key !== "Home" && event.key !== "End" && event.key !== "Enter")) return;
    event.preventDefault();
    if (event.key === "Enter") { if (list[place]) press(list[place].path); return; }
    place = event.key === "Home" ? 0 : event.key === "End" ? list.length - 1 : (place + step + list.length) % list.length;
    chart.querySelectorAll(".points path.reached").forEach((path) => path.classList.remove("reached"));
    list[place].path.classList.add("reached");
    said.textContent = list[place].text.replaceAll("<br>", " ");
  });
}

export default function ({ data, setStateValue, parentElement }) {
  document.documentElement.lang = data.lang;
  const media = window.matchMedia(`(max-width: ${data.width}px)`);
  const tell = () => setStateValue("narrow", media.matches);
  if (media.matches !== data.narrow) tell();
  media.addEventListener("change", tell);

  // Streamlit takes a bare r to run again and c to clear its cache; a reader who types elsewhere means neither.
  const keep = (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && ["r", "c"].includes(event.key.toLowerCase())) event.stopImmediatePropagation();
  };
  window.addEventListener("keydown", keep, true);

  const said = parentElement.querySelector("[aria-live]");
  const look = () => document.querySelectorAll(SELECTOR).forEach((chart) => enter(chart, said, data.hint));
  const watch = new MutationObserver(look);
  watch.observe(document.body, { childList: true, subtree: true });
  look();
  return () => {
    media.removeEventListener("change", tell);
    window.removeEventListener("keydown", keep, true);
    watch.disconnect();
  };
}
