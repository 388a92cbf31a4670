/* The speaker's window: this slide and the next as the hall sees them, what to say, and how late it is. */
const speaker = (() => {
  "use strict";
  if (!talk.speaking) return { on: false };
  document.documentElement.classList.add("speaker");
  const KEPT = "timer";
  const part = Object.fromEntries(
    ["desk", "desk-title", "this", "next", "this-place", "next-place", "notes", "notice", "clock-time", "elapsed-time", "planned-time", "pace", "start", "reset"]
      .map((id) => [id, document.getElementById(id)]),
  );
  part.desk.hidden = false;
  document.querySelector("main").inert = true;
  const planned = stage.slides[stage.here.mode].map((each) => Number(each.dataset.seconds ?? 0));
  const label = (name) => talk.label(name, stage.here.mode);

  /* ---- the views ---- */
  const picture = (box, section) => {
    const copy = section.cloneNode(true);
    copy.inert = true;
    copy.setAttribute("aria-hidden", "true");
    copy.classList.remove("here", "was", "moving");
    copy.querySelectorAll(":scope > header [id], [id^='notes']").forEach((each) => each.removeAttribute("id"));
    copy.removeAttribute("aria-labelledby");
    copy.style.transform = `scale(${box.clientWidth / 1280})`;
    box.replaceChildren(copy);
  };
  const message = (box, text) => {
    const words = document.createElement("p");
    words.textContent = text;
    box.replaceChildren(words);
  };
  const views = () => {
    const { place, step, mode, blank } = stage.here;
    const all = stage.slides[mode];
    const last = stage.steps(place);
    const number = (at, of) => `${at + 1} / ${all.length}${stage.steps(at) ? ` · ${of + 1} / ${stage.steps(at) + 1}` : ""}`;
    part["this-place"].textContent = number(place, step);
    if (blank) message(part.this, label("blank_now"));
    else picture(part.this, all[place]);
    const following = step < last ? place : place + 1;
    if (following < all.length) {
      const then = following === place ? step + 1 : 0;
      part["next-place"].textContent = number(following, then);
      drawing.draw(all[following]);
      drawing.build(all[following], then);
      picture(part.next, all[following]);
      if (following === place) drawing.build(all[place], step);
    } else {
      part["next-place"].textContent = "";
      message(part.next, label("ending"));
    }
    const spoken = [...all[place].querySelectorAll(".spoken > p")].map((each) => each.cloneNode(true));
    if (!spoken.length) {
      spoken.push(document.createElement("p"));
      spoken[0].textContent = label("no_notes");
    }
    spoken.forEach((each) => { each.lang ||= all[place].lang; });
    part.notes.replaceChildren(...spoken);
    part.notes.scrollTop = 0;
    part["desk-title"].textContent = document.title;
    times();
  };

  /* ---- the time ---- */
  const read = () => {
    try {
      return JSON.parse(sessionStorage.getItem(KEPT)) ?? { spent: 0, since: null };
    } catch {
      return { spent: 0, since: null };
    }
  };
  const timer = read();
  const keep = () => {
    try {
      sessionStorage.setItem(KEPT, JSON.stringify(timer));
    } catch {
      // a browser may keep nothing: then a reload starts the time anew
    }
    times();
  };
  const elapsed = () => Math.floor((timer.spent + (timer.since === null ? 0 : Date.now() - timer.since)) / 1000);
  const written = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
  const set = (node, text) => { if (node.textContent !== text) node.textContent = text; };
  const times = () => {
    const now = new Date();
    const spent = elapsed();
    set(part["clock-time"], `${now.getHours()}:${String(now.getMinutes()).padStart(2, "0")}`);
    set(part["elapsed-time"], written(spent));
    set(part["planned-time"], written(talk.minutes * 60));
    set(part.start, label(timer.since === null ? "start" : "stop"));
    const before = planned.slice(0, stage.here.place).reduce((sum, each) => sum + each, 0);
    const until = before + planned[stage.here.place];
    const pace = spent > until ? `${label("late")} ${written(spent - until)}` : spent < before ? `${label("early")} ${written(before - spent)}` : label("on_time");
    set(part.pace, timer.since === null && !timer.spent ? "" : pace);
  };
  const start = () => {
    if (timer.since === null) timer.since = Date.now();
    else Object.assign(timer, { spent: timer.spent + Date.now() - timer.since, since: null });
    keep();
  };
  const reset = () => {
    Object.assign(timer, { spent: 0, since: timer.since === null ? null : Date.now() });
    keep();
  };

  const notice = (hall) => {
    const words = hall.known ? (hall.version === talk.version ? "" : label("other_version")) : label("alone");
    set(part.notice, words);
  };
  return {
    on: true,
    open: () => {
      part.start.addEventListener("click", start);
      part.reset.addEventListener("click", reset);
      stage.heard(views);
      link.heard(notice);
      window.addEventListener("resize", views);
      setInterval(times, 500);
      notice(link.hall);
      views();
    },
  };
})();
