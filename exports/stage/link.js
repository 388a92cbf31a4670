/* The hall's window and the speaker's tell each other where they are: over a channel, and, as files, hand to hand. */
const link = (() => {
  "use strict";
  const apart = window.top !== window || Boolean(talk.every); // a preview, or the foyer: nobody's hall
  const channel = !apart && typeof BroadcastChannel === "function" ? new BroadcastChannel("stage") : null;
  const near = new Set(window.opener && !apart ? [window.opener] : []);
  const own = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
  const role = talk.speaking ? "speaker" : "hall";
  const told = []; // what to do when the hall has been heard of
  let hall = talk.speaking ? { id: talk.words.get("speaker"), known: false } : null;
  if (hall?.id === "1") hall.id = "";

  /* A hall keeps its name when it is loaded again, so that its speaker knows it. */
  const name = () => {
    if (talk.speaking) return hall.id;
    try {
      const kept = sessionStorage.getItem("hall") ?? own;
      sessionStorage.setItem("hall", kept);
      return kept;
    } catch {
      return own;
    }
  };
  const mine = name();

  const send = (kind) => {
    if (apart) return;
    const { place, step, mode, blank } = stage.here;
    const message = { stage: role, kind, id: talk.speaking ? hall.id : mine, name: talk.name, version: talk.version, at: { place, step, mode, blank } };
    channel?.postMessage(message);
    for (const other of near) other.postMessage(message, "*"); // a file has no origin to name
  };

  const hear = (message) => {
    if (!message || message.stage === undefined || message.stage === role || message.name !== talk.name) return;
    if (!talk.speaking) {
      if (message.kind === "hello") send("state");
      else if (message.id === mine) stage.show(message.at, { from: "speaker", moving: message.at.step === stage.here.step + 1 || message.at.place > stage.here.place });
      return;
    }
    if (hall.id && hall.id !== message.id && hall.known) return; // another hall's matter
    if (hall.id && hall.id !== message.id && message.kind !== "hello" && !hall.gone) return;
    if (message.kind === "bye") Object.assign(hall, { known: false, gone: true });
    else {
      const back = message.kind === "hello" && hall.id === message.id;
      Object.assign(hall, { id: message.id, known: true, gone: false, version: message.version });
      if (back) send("state"); // it was loaded again: it goes on where the speaker is
      else stage.show(message.at, { from: "hall" });
    }
    told.forEach((each) => each(hall));
  };

  channel?.addEventListener("message", ({ data }) => hear(data));
  window.addEventListener("message", ({ data, source }) => { if (near.has(source)) hear(data); });
  window.addEventListener("pagehide", () => send("bye"));
  let begun = false; // who is only opening tells nobody where to be, but asks
  stage.heard((_, from) => { if (begun && !from) send("state"); });
  const hello = () => {
    begun = true;
    send("hello");
  };

  /* Open the speaker's window; a second call brings the same one forward. Null where the browser forbids it. */
  const open = () => {
    const query = new URLSearchParams(talk.words);
    query.set("speaker", mine);
    const other = window.open(talk.address(query), `speaker-${mine}`, "popup,width=1280,height=800");
    if (other) near.add(other);
    return other;
  };

  return { open, hello, hall, heard: (each) => told.push(each) };
})();
