// What the browser alone knows and does: the page's language, a narrow window, keys that Streamlit would take for
// itself, a way in and out of what opens from a button.
import { fitPaper, fitWindow, openCharts } from "./marks.js";

/**
 * @typedef {{ lang: string, width: number, narrow: boolean, hint: string, skip: string }} Data
 * @typedef {{ data: Data, setStateValue: (name: string, value: unknown) => void, parentElement: ParentNode }} Component
 */

/** What opens from a button stands at the page's end: Streamlit leaves the focus on the button, and the whole page
 * between the two. The focus goes in, and out again to the button that opened it, which closes it.
 * @param {HTMLElement} body
 */
function enter(body) {
  if (body.dataset.entered) return;
  body.dataset.entered = "yes";
  body.setAttribute("aria-label", (body.getAttribute("aria-label") || "").replaceAll("**", "")); // the label's own markup
  /** @type {HTMLElement | null | undefined} */
  const opener = document.activeElement?.closest('[data-testid="stPopoverButton"]');
  if (!opener) return;
  body.tabIndex = -1;
  body.focus({ preventScroll: true });
  body.addEventListener("keydown", (event) => {
    if (event.key !== "Tab") return;
    const stops = [.../** @type {NodeListOf<HTMLInputElement>} */ (body.querySelectorAll("a[href], button, input, [tabindex]"))]
      .filter((stop) => stop.tabIndex >= 0 && !stop.disabled && stop.offsetParent);
    const index = stops.findIndex((stop) => stop === document.activeElement);
    if (event.shiftKey ? index > 0 : index < stops.length - 1) return;
    event.preventDefault();
    opener.focus();
    opener.click();
  });
}

/** Streamlit's skip link stops before the bar of places, which it takes for a part of the page; ours passes it. @param {Event} event */
function skipBar(event) {
  const title = document.querySelector("h1");
  if (!title) return;
  event.preventDefault();
  event.stopPropagation();
  title.tabIndex = -1;
  title.focus();
}

/** Streamlit takes a bare r to run again and c to clear its cache; a reader who types means neither. @param {KeyboardEvent} event */
function spareKeys(event) {
  const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && ["r", "c"].includes(event.key.toLowerCase())) event.stopImmediatePropagation();
}

/** @param {Component} component */
export default function ({ data, setStateValue, parentElement }) {
  document.documentElement.lang = data.lang;
  const media = window.matchMedia(`(max-width: ${data.width}px)`);
  const announcement = /** @type {Element} */ (parentElement.querySelector("[aria-live]"));
  const report = () => setStateValue("narrow", media.matches);
  if (media.matches !== data.narrow) report();
  let frame = 0;
  const look = () => {
    frame = 0;
    // Streamlit words its skip link in English alone, and shows the place one is at by its look alone.
    /** @type {HTMLElement | null} */
    const skip = document.querySelector('[data-testid="stSkipToContent"]');
    if (skip && skip.textContent !== data.skip) skip.textContent = data.skip;
    if (skip) skip.onclick = skipBar;
    document.querySelectorAll("[aria-current=page]").forEach((link) => link.closest(".st-key-here") || link.removeAttribute("aria-current"));
    document.querySelectorAll(".st-key-here a:not([aria-current])").forEach((link) => link.setAttribute("aria-current", "page"));
    openCharts(data.hint, announcement);
    /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-testid="stPopoverBody"]')).forEach(enter);
  };
  const watch = new MutationObserver(() => (frame = frame || requestAnimationFrame(look)));
  watch.observe(document.body, { childList: true, subtree: true });
  look();
  const stop = new AbortController();
  media.addEventListener("change", report, stop);
  window.addEventListener("keydown", spareKeys, { capture: true, signal: stop.signal });
  window.addEventListener("beforeprint", fitPaper, stop);
  window.addEventListener("afterprint", fitWindow, stop);
  return () => {
    cancelAnimationFrame(frame);
    stop.abort();
    watch.disconnect();
  };
}
