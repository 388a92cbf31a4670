/* The hall's window and the speaker's tell each other where they are: over a channel, and, as files, hand to hand. */
import { load, save } from "./page.js";
import { here, listeners, show } from "./slides.js";
import { address, alone, query, seconds, speaking, talk } from "./talk.js";

/** @typedef {{ stage: string, kind: string, id: string, name: string, version: string, at: import("./slides.js").State }} Message */

const linked = alone && !seconds; // a preview, or the foyer, is nobody's hall
const channel = linked && typeof BroadcastChannel === "function" ? new BroadcastChannel("stage") : null;
/** @type {Set<MessageEventSource>} */
const windows = new Set(window.opener && linked ? [window.opener] : []);
const role = speaking ? "speaker" : "hall";
const asked = query.get("speaker") ?? "";
/** The hall that a speaker's window belongs to. */
export const hall = { id: asked === "1" ? "" : asked, known: false, gone: false, version: "" };
/** A hall keeps its name when it is loaded again, so that its speaker knows it. @type {string} */
const own = speaking ? "" : load("hall") ?? `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
if (!speaking) save("hall", own);
let begun = false; // who is only opening tells nobody where to be, but asks

/** @param {string} kind */
function send(kind) {
  if (!linked) return;
  /** @type {Message} */
  const message = { stage: role, kind, id: speaking ? hall.id : own, name: talk.name, version: talk.version, at: { ...here } };
  channel?.postMessage(message);
  for (const other of windows) other.postMessage(message, { targetOrigin: "*" }); // a file has no origin to name
}

/** @param {Message} [message] */
function receive(message) {
  if (message?.stage === undefined || message.stage === role || message.name !== talk.name) return;
  if (speaking) follow(message);
  else if (message.kind === "hello") send("state");
  else if (message.id === own) show(message.at, { from: "speaker", moving: message.at.step === here.step + 1 || message.at.index > here.index });
}

/** Go where the speaker's own hall is. @param {Message} message */
function follow({ id, kind, version, at }) {
  const other = hall.id && hall.id !== id;
  if (other && (hall.known || (kind !== "hello" && !hall.gone))) return; // another hall's matter
  if (kind === "bye") Object.assign(hall, { known: false, gone: true });
  else {
    const back = kind === "hello" && hall.id === id;
    Object.assign(hall, { id, known: true, gone: false, version });
    if (back) send("state"); // it was loaded again: it goes on where the speaker is
    else show(at, { from: "hall" });
  }
}

channel?.addEventListener("message", ({ data }) => receive(data));
window.addEventListener("message", ({ data, source }) => { if (source && windows.has(source)) receive(data); });
window.addEventListener("pagehide", () => send("bye"));
listeners.push((from) => { if (begun && !from) send("state"); });

export function greet() {
  begun = true;
  send("hello");
}

/** Open the speaker's window; a second call brings the same one forward. Null where the browser forbids it. */
export function openSpeaker() {
  const to = new URLSearchParams(query);
  to.set("speaker", own);
  const other = window.open(address(to), `speaker-${own}`, "popup,width=1280,height=800");
  if (other) windows.add(other);
  return other;
}
