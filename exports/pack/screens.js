/* Write what a slide shows as one SVG: grounds, drawings, pictures, and each line of text at its place. */
(prefix) => {
  "use strict";
  const number = (value) => String(Math.round(value * 10) / 10);
  const safe = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
  const clear = (colour) => colour === "transparent" || /^rgba\(.*, 0\)$/.test(colour);
  const pen = document.createElement("canvas").getContext("2d");
  const out = [];
  const rectangle = ({ left, top, width, height }, fill, round = 0) => {
    if (width <= 0 || height <= 0 || clear(fill)) return;
    out.push(`<rect x="${number(left)}" y="${number(top)}" width="${number(width)}" height="${number(height)}" rx="${number(round)}" fill="${safe(fill)}"/>`);
  };

  /* What a style sheet puts before or after an element has no place that can be asked for: set an element there instead. */
  const settle = (element) => {
    const found = ["before", "after"].map((side) => {
      const looks = getComputedStyle(element, `::${side}`);
      if (looks.content === "none" || looks.content === "normal" || looks.display === "none") return null;
      const made = document.createElement("i");
      made.style.cssText = "all: initial";
      for (const name of ["display", "position", "left", "top", "width", "height", "margin", "border", "border-radius", "background-color", "box-sizing", "grid-column", "grid-row"]) {
        made.style.setProperty(name, looks.getPropertyValue(name));
      }
      return made;
    });
    if (!found.some(Boolean)) return;
    element.dataset.settled = "";
    if (found[0]) element.prepend(found[0]);
    if (found[1]) element.append(found[1]);
  };

  const text = (node, looks) => {
    const whole = node.data;
    if (!whole.trim()) return;
    const range = document.createRange();
    const lines = [];
    for (let at = 0; at < whole.length; at += 1) {
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const place = range.getClientRects()[0];
      if (!place || !place.width) continue;
      const last = lines.at(-1);
      const along = last && Math.abs(last.top - place.top) < place.height / 2;
      if (!along && !whole[at].trim()) continue; // a blank at the start of a line is not drawn
      if (along) Object.assign(last, { said: last.said + whole[at], right: place.right });
      else lines.push({ said: whole[at], left: place.left, right: place.right, top: place.top });
    }
    pen.font = `${looks.fontWeight} ${looks.fontSize} ${looks.fontFamily}`;
    const rise = pen.measureText("x").fontBoundingBoxAscent;
    const lang = node.parentElement.closest("[lang]")?.lang ?? "";
    for (const { said, left, right, top } of lines) {
      const bare = said.replace(/\s+$/, "");
      if (!bare.trim()) continue;
      const long = bare.length > 1 && bare === said ? ` textLength="${number(right - left)}" lengthAdjust="spacingAndGlyphs"` : "";
      out.push(`<text x="${number(left)}" y="${number(top + rise)}" font-family="${safe(looks.fontFamily)}" font-size="${number(parseFloat(looks.fontSize))}" font-weight="${looks.fontWeight}" fill="${looks.color}" xml:lang="${lang}"${long}>${safe(bare)}</text>`);
    }
  };

  const drawing = (svg, looks) => {
    const { left, top, width, height } = svg.getBoundingClientRect();
    const copy = svg.cloneNode(true);
    const view = svg.getAttribute("viewBox") ?? `0 0 ${svg.width.baseVal.value} ${svg.height.baseVal.value}`;
    for (const [name, value] of Object.entries({ x: number(left), y: number(top), width: number(width), height: number(height), viewBox: view })) copy.setAttribute(name, value);
    for (const name of ["class", "role", "aria-label", "aria-hidden"]) copy.removeAttribute(name);
    copy.setAttribute("style", `color:${looks.color};opacity:${looks.opacity}`);
    const said = new XMLSerializer().serializeToString(copy);
    out.push(said.replace(/( id="|url\((?:&quot;|['"])?#|href="#)/g, `$1${prefix}`));
  };

  /* Draw what lies beneath an element's words: its ring, or its ground and the lines at its edges. */
  const ground = (place, looks) => {
    const round = looks.borderTopLeftRadius.endsWith("%") ? place.width / 2 : parseFloat(looks.borderTopLeftRadius) || 0;
    const bare = { left: place.left, top: place.top, width: place.width, height: place.height };
    const edge = parseFloat(looks.borderTopWidth) || 0;
    const ringed = edge && round && !clear(looks.borderTopColor);
    rectangle(place, ringed ? looks.borderTopColor : looks.backgroundColor, round);
    if (ringed) rectangle({ left: place.left + edge, top: place.top + edge, width: place.width - 2 * edge, height: place.height - 2 * edge }, looks.backgroundColor, round - edge);
    else {
      for (const [side, box] of [
        ["Top", (wide) => ({ ...bare, height: wide })],
        ["Bottom", (wide) => ({ ...bare, top: place.bottom - wide, height: wide })],
        ["Left", (wide) => ({ ...bare, width: wide })],
      ]) {
        const wide = looks[`border${side}Style`] === "none" ? 0 : parseFloat(looks[`border${side}Width`]);
        if (wide) rectangle(box(wide), looks[`border${side}Color`]);
      }
    }
  };

  const visit = (element) => {
    const looks = getComputedStyle(element);
    if (looks.display === "none" || looks.visibility === "hidden" || looks.opacity === "0") return;
    if (element instanceof SVGSVGElement) {
      drawing(element, looks);
      return;
    }
    const place = element.getBoundingClientRect();
    ground(place, looks);
    if (element instanceof HTMLImageElement) {
      out.push(`<image x="${number(place.left)}" y="${number(place.top)}" width="${number(place.width)}" height="${number(place.height)}" href="${safe(element.src)}"/>`);
    }
    for (const child of element.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) text(child, looks);
      else if (child.nodeType === Node.ELEMENT_NODE) visit(child);
    }
  };

  const slide = document.querySelector("main > .here");
  if (!document.getElementById("settled")) {
    const rule = document.createElement("style");
    rule.id = "settled";
    rule.textContent = "[data-settled]::before, [data-settled]::after { content: none !important; }";
    document.head.append(rule);
  }
  if (!("still" in slide.dataset)) {
    [slide, ...slide.querySelectorAll("*")].forEach(settle);
    slide.dataset.still = "";
  }
  rectangle({ left: 0, top: 0, width: innerWidth, height: innerHeight }, "#ffffff");
  visit(slide);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${innerWidth}" height="${innerHeight}" viewBox="0 0 ${innerWidth} ${innerHeight}">${out.join("")}</svg>`;
}
