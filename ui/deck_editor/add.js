// A button that puts this view on the reader's deck without leaving the page.
function address() {
  const chosen = new URLSearchParams(window.location.search);
  chosen.delete("lang"); // the hall has a language of its own
  const query = [...chosen].map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",").replaceAll("%3A", ":")}`);
  return `/${window.location.pathname.split("/").pop()}${query.length ? `?${query.join("&")}` : ""}`;
}

function add(data) {
  const entry = { kind: data.kind, address: address(), card: data.card };
  const kept = held(data.store);
  const slides = kept.deck ? kept.deck.slides : [...data.slides];
  const added = kept.deck ? [] : kept.added;
  added.forEach((each) => put(slides, each));
  const there = slides.findIndex((each) => same(each, entry));
  if (there >= 0) return data.already.replace("{n}", there + 1);
  if (slides.length >= data.most) return data.full;
  const n = put(slides, entry);
  return keep(data.store, kept.deck ? { deck: kept.deck } : { added: [...added, entry] }) ? data.added.replace("{n}", n) : data.unkept;
}

export default function ({ data, parentElement }) {
  const button = parentElement.querySelector("button");
  const said = parentElement.querySelector("span");
  const way = parentElement.querySelector("a");
  button.textContent = data.label;
  button.hidden = false; // without its word it would be a button of no name
  button.onclick = () => {
    said.textContent = add(data);
    way.href = data.href;
    way.textContent = data.open;
    way.hidden = false;
  };
}
