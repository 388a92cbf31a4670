// A button that copies a text with the address of the view, and says that it has.

/** @param {{ data: { label: string, text: string, done: string }, parentElement: ParentNode }} component */
export default function ({ data, parentElement }) {
  const [button, status] = /** @type {[HTMLButtonElement, HTMLElement]} */ (["button", "span"].map((tag) => parentElement.querySelector(tag)));
  button.textContent = data.label;
  button.hidden = false; // without its word it would be a button of no name
  button.onclick = async () => {
    const text = `${data.text} ${window.location.href}`;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Without a secure address a browser offers no clipboard; the old way still works.
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
      button.focus();
    }
    status.textContent = data.done;
  };
}
