/* What is shown, and where in it the address stands. The data of the first drawing are kept: a reload shows the same. */
const talk = (() => {
  "use strict";
  const KEPT = "stage"; // one deck a tab
  const onDisk = location.protocol === "file:";
  const words = new URLSearchParams(location.search);
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) words.set(name, value);
  const main = document.querySelector("main");

  /* A reload asks for the version it had. Opening the stage anew asks for none, and gets the newest. */
  const pinned = () => {
    const own = { ...JSON.parse(document.getElementById("talk").textContent), slides: main.innerHTML };
    try {
      const last = JSON.parse(sessionStorage.getItem(KEPT));
      if (last && last.version === words.get("version") && last.name === own.name) {
        main.innerHTML = last.slides;
        return last;
      }
      if (window.top === window) sessionStorage.setItem(KEPT, JSON.stringify(own)); // a preview keeps nothing
    } catch {
      // a browser may keep nothing, or too little: then a reload shows what the server has
    }
    return own;
  };
  const held = pinned();
  delete held.slides; // the sections stand in the page: no need to hold them twice

  const whole = (name, least, most) => {
    const value = words.get(name) ?? "";
    return /^\d{1,4}$/.test(value) ? Math.min(Math.max(Number(value), least), most) : null;
  };

  /* Keep the address as it is now; a blank value is left out. */
  const write = (values) => {
    for (const [name, value] of Object.entries(values)) {
      if (value === "") words.delete(name);
      else words.set(name, value);
    }
    history.replaceState(null, "", address(words));
  };
  const address = (query) => (onDisk ? `#${query}` : `${location.pathname}?${query}`);

  const language = (mode) => (mode === "zh" ? "zh" : "en");
  const label = (name, mode) => held.labels[language(mode)]?.[name] ?? "";

  return {
    ...held,
    onDisk,
    words,
    whole,
    write,
    address,
    label,
    language,
    every: whole("loop", 5, 300), // seconds a slide, in a foyer
    speaking: words.has("speaker"),
  };
})();
