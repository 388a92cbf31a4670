/* Step through the slides. The number behind the # is the whole state: a reload stays where it was. */
(() => {
  "use strict";
  const slides = [...document.querySelectorAll("section")];
  const [previous, following, blank, said] = ["previous", "following", "blank", "said"].map((id) => document.getElementById(id));
  let here = -1;

  const wanted = () => {
    const number = /^#\d{1,4}$/.test(location.hash) ? Number(location.hash.slice(1)) : 1;
    return Math.min(Math.max(number, 1), slides.length) - 1;
  };

  const show = (place) => {
    if (place === here || !slides[place]) return;
    here = place;
    slides.forEach((slide, number) => slide.classList.toggle("here", number === place));
    document.body.classList.toggle("dark", slides[place].matches(".opening, .big"));
    previous.disabled = place === 0;
    following.disabled = place === slides.length - 1;
    said.textContent = slides[place].dataset.said;
    history.replaceState(null, "", `#${place + 1}`);
  };

  const step = (by) => show(Math.min(Math.max(here + by, 0), slides.length - 1));

  const darken = (on) => {
    blank.hidden = !on;
    said.textContent = on ? said.dataset.blank : slides[here].dataset.said;
  };

  const fill = () => {
    const change = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
    change?.catch(() => {}); // a browser may refuse; the slide stays as it is
  };

  const keys = {
    ArrowRight: () => step(1),
    PageDown: () => step(1),
    " ": () => step(1),
    ArrowLeft: () => step(-1),
    PageUp: () => step(-1),
    Home: () => show(0),
    End: () => show(slides.length - 1),
    b: () => darken(true),
    ".": () => darken(true),
    f: fill,
  };

  document.addEventListener("keydown", (event) => {
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === " " && event.target.closest?.("button")) return; // the button's own key
    event.preventDefault();
    if (event.repeat) return; // a key held down goes one slide, not to the end
    if (blank.hidden || event.key.toLowerCase() === "f") act();
    else darken(false);
  });

  for (const [button, by] of [[previous, -1], [following, 1]]) {
    button.addEventListener("click", (event) => {
      step(by);
      if (event.detail) button.blur(); // after a mouse the space bar goes on to the next slide
    });
  }
  blank.addEventListener("click", () => darken(false));

  let touched = null;
  document.addEventListener("touchstart", ({ touches }) => { touched = touches.length === 1 ? touches[0] : null; }, { passive: true });
  document.addEventListener("touchend", ({ changedTouches: [end] }) => {
    if (!touched) return;
    const [across, down] = [end.clientX - touched.clientX, end.clientY - touched.clientY];
    touched = null;
    if (!blank.hidden) darken(false);
    else if (Math.abs(across) > 50 && Math.abs(across) > 2 * Math.abs(down)) step(across < 0 ? 1 : -1);
  }, { passive: true });

  /* A figure is drawn as for the stage of 1280 x 720 and scaled to the screen, so that its type keeps its share. */
  const draw = (box) => {
    const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    const { data, layout } = JSON.parse(document.getElementById(box.dataset.figure).textContent);
    const plot = box.firstElementChild;
    plot.style.transform = `scale(${scale})`;
    Object.assign(layout, { width: box.clientWidth / scale, height: box.clientHeight / scale, autosize: false });
    layout.font = { ...layout.font, family: getComputedStyle(document.body).fontFamily };
    Plotly.react(plot, data, layout, { staticPlot: true, responsive: false });
  };
  const drawAll = () => document.querySelectorAll(".figure").forEach(draw);

  let waiting = 0;
  window.addEventListener("resize", () => {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(drawAll);
  });
  window.addEventListener("hashchange", () => show(wanted()));
  show(wanted());
  drawAll();
})();
