// A combobox after the ARIA pattern: the list below the field, arrows to move, Enter to take, Escape to close.
import { say } from "./words.js";

let count = 0;

export function suggestions(field, take) {
  const list = document.createElement("ul");
  list.id = `suggestions-${count++}`;
  list.className = "suggestions";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", say("Suggestions"));
  list.hidden = true;
  field.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", "false"]])
    field.setAttribute(name, value);
  let found = [], active = -1, asked = 0, timer;

  function show(items) {
    found = items;
    active = -1;
    list.replaceChildren(...items.map(option));
    list.hidden = items.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    field.removeAttribute("aria-activedescendant");
  }
  function option(item, index) {
    const line = document.createElement("li");
    line.id = `${list.id}-${index}`;
    line.setAttribute("role", "option");
    line.setAttribute("aria-selected", "false");
    const kind = document.createElement("span");
    kind.className = "chip quiet";
    kind.textContent = item.class;
    line.append(item.name, " ", kind);
    line.addEventListener("mousedown", (event) => { event.preventDefault(); choose(index); });
    return line;
  }
  function choose(index) {
    const item = found[index];
    show([]);
    field.value = "";
    take(item);
  }
  function move(step) {
    active = (active + step + found.length) % found.length;
    [...list.children].forEach((line, index) => line.setAttribute("aria-selected", String(index === active)));
    list.children[active].scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", list.children[active].id);
  }
  async function ask() {
    const words = field.value.trim(), mine = ++asked;
    const items = words.length < 2 ? [] : await fetch(`/suggest?q=${encodeURIComponent(words)}`).then((answer) => answer.ok ? answer.json() : []);
    if (mine === asked) show(items); // a later question has overtaken this one otherwise
  }
  field.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
  field.addEventListener("blur", () => show([]));
  field.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); move(event.key === "ArrowDown" ? 1 : -1); }
    else if (event.key === "Enter" && active >= 0) { event.preventDefault(); choose(active); }
    else if (event.key === "Escape") show([]);
  });
}
