// The explorer: a drawing of things and ties. Everything that it knows comes from /explore/*, everything it shows is
// text, and the list below the drawing is kept the same for the keyboard and for screen readers.
import { css, cytoscape, followScheme, short, style } from "./drawing.js";
import { suggestions } from "./suggest.js";
import { say, sayMany } from "./words.js";

const box = document.querySelector("#explorer");
const $ = (selector) => box.querySelector(selector);
const NAMES = { Person: say("people"), Organization: say("organisations"), LegalResource: say("laws"), Petition: say("petitions"), Place: say("places"), ReportedEvent: say("events") };
const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
const past = []; // what was drawn before each step, for Undo

$(".canvas-wrap").hidden = false;
const cy = cytoscape({ container: $("#canvas"), style: style(), pixelRatio: 1, hideEdgesOnViewport: true, maxZoom: 1.5 });
followScheme(cy);

const edgeId = (edge) => `${edge.subject} ${edge.predicate} ${edge.object}`;
const ask = (name, fields) => fetch(`/explore/${name}?${new URLSearchParams(fields)}`).then(async (answer) => {
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.detail ?? answer.statusText);
  return body;
});

function add(drawn, around) {
  past.push(cy.elements().jsons());
  const fresh = cy.collection();
  for (const node of drawn.nodes)
    if (cy.getElementById(node.iri).empty()) fresh.merge(cy.add({ data: { ...node, id: node.iri, short: short(node.name) }, position: near(around) }));
  for (const edge of drawn.edges)
    if (cy.getElementById(edgeId(edge)).empty())
      cy.add({ data: { ...edge, id: edgeId(edge), source: edge.subject, target: edge.object } });
  filter();
  if (fresh.nonempty()) arrange();
  told();
}
function near(around) {
  const at = around?.position() ?? { x: 0, y: 0 };
  return { x: at.x + 60 * (Math.random() - 0.5), y: at.y + 60 * (Math.random() - 0.5) };
}
const SHAPES = { circle: { name: "circle" }, rings: { name: "concentric", minNodeSpacing: 40 }, tree: { name: "breadthfirst", spacingFactor: 1.2 } };
let arranging; // a layout that still moves would undo the next one
function arrange() {
  arranging?.stop();
  cy.stop(true).nodes().stop(true);
  const shape = SHAPES[$("[data-do=shape]").value];
  const fixed = cy.nodes(".pinned").map((node) => ({ nodeId: node.id(), position: { ...node.position() } }));
  // Of many things only a draft is fast enough to wait for, and a draft begins anew instead of from where things are.
  const many = cy.nodes().length > 200;
  arranging = cy.layout(shape ? { ...shape, animate: false, fit: true, padding: 30 } : { name: "fcose",
    animate: !still && cy.nodes().length < 120, animationDuration: 350, randomize: many, quality: many ? "draft" : "default",
    nodeRepulsion: 12000, idealEdgeLength: 140, nodeDimensionsIncludeLabels: true, fit: true, padding: 30,
    fixedNodeConstraint: fixed.length ? fixed : undefined });
  arranging.run();
}

// The state is in the address, so that a drawing can be sent to somebody.
function told() {
  const paths = cy.nodes().map((node) => node.data("path"));
  history.replaceState(null, "", paths.length ? `?nodes=${paths.slice(0, 60).map(encodeURIComponent).join(",")}` : location.pathname);
  $("#list").replaceChildren(...cy.nodes().map((node) => {
    const line = make("li");
    const open = make("button", node.data("name"), { type: "button", className: "plain" });
    open.addEventListener("click", async (event) => { select(node); await openNode(node); follow(event); });
    line.append(open, " ", make("span", node.data("class"), { className: "chip quiet" }));
    return line;
  }));
  if (cy.nodes().empty()) $("#list").append(make("li", say("Nothing on the canvas yet. Search for a name, or begin from the page of a thing."), { className: "note" }));
  $("#ties").replaceChildren(...cy.edges().map((edge) => {
    const line = make("li");
    const open = make("button", `${edge.source().data("name")} — ${edge.data("name")} — ${edge.target().data("name")}`, { type: "button" });
    open.addEventListener("click", async (event) => { select(edge); await openEdge(edge); follow(event); });
    line.append(open);
    return line;
  }));
  for (const name of ["from", "to"]) {
    const choice = $(`#way [name=${name}]`), kept = choice.value;
    choice.replaceChildren(...cy.nodes().map((node) => make("option", node.data("name"), { value: node.id() })));
    const chosen = choice.dataset.chosen && [...choice.options].some((one) => one.value === kept);
    if (chosen) choice.value = kept;
    else if (name === "to") choice.selectedIndex = choice.options.length - 1;
  }
  const only = $("[data-do=family]"), kept = only.value;
  const families = [...new Set(cy.nodes().map((node) => node.data("family")))].filter((one) => NAMES[one]).sort();
  only.replaceChildren(make("option", say("everything"), { value: "" }), ...families.map((one) => make("option", NAMES[one], { value: one })));
  only.value = kept;
}
function make(tag, text = "", properties = {}) {
  return Object.assign(document.createElement(tag), { textContent: text, ...properties });
}
// Whoever opened it by a key goes on in what was opened; whoever clicked stays where the pointer is.
function follow(event) { if (!event.detail) $("#panel h2").focus(); }
function select(one) { cy.elements().unselect(); one.select(); }

async function openNode(node) {
  const panel = $("#panel"), thing = node.id();
  const title = make("h2", "", { tabIndex: -1 });
  title.append(make("a", node.data("name"), { href: node.data("href") }));
  const acts = make("p", "", { className: "acts" });
  acts.append(
    act(say("Hide"), () => { past.push(cy.elements().jsons()); node.remove(); told(); panel.replaceChildren(); $("#list button")?.focus(); }),
    act(node.hasClass("pinned") ? say("Unpin") : say("Pin"), () => { node.toggleClass("pinned"); openNode(node); }),
    act(say("Close its ties"), () => { past.push(cy.elements().jsons()); node.neighborhood("node").filter((one) => one.degree() === 1 && !one.hasClass("pinned")).remove(); told(); }),
  );
  panel.replaceChildren(title, make("p", [node.data("class"), node.data("date")].filter(Boolean).join(", "), { className: "note" }), acts);
  const list = make("ul");
  for (const one of await ask("relations", { thing })) {
    const line = make("li"), open = make("button", "", { type: "button" });
    open.append(make("span", one.name), make("span", String(one.count)));
    const shown = () => open.setAttribute("aria-expanded", String(tiesBy(node, one).nonempty()));
    shown();
    open.addEventListener("click", async () => {
      if (tiesBy(node, one).nonempty()) { past.push(cy.elements().jsons()); close(node, tiesBy(node, one)); told(); return shown(); }
      const drawn = await ask("neighbours", { thing, predicate: one.predicate, direction: one.direction });
      add(drawn, node);
      shown();
      if (drawn.more) panel.append(make("p", sayMany("{count} more is not drawn; the page of the thing has it.", "{count} more are not drawn; the page of the thing has them.", drawn.more), { className: "note" }));
    });
    line.append(open);
    list.append(line);
  }
  panel.append(list);
}
// The ties of a thing by one relation, and what is left of the drawing when they are closed: nothing that hangs on them alone.
function tiesBy(node, one) { return node.connectedEdges().filter((edge) => edge.data("predicate") === one.predicate && (edge.data("subject") === node.id()) === (one.direction === "out")); }
function close(node, ties) {
  const ends = ties.connectedNodes().difference(node);
  ties.remove();
  ends.filter((end) => end.degree() === 0 && !end.hasClass("pinned")).remove();
}
function act(name, run) {
  const button = make("button", name, { type: "button" });
  button.addEventListener("click", run);
  return button;
}
async function openEdge(edge) {
  const { subject, predicate, object, name } = edge.data();
  const panel = $("#panel");
  panel.replaceChildren(make("h2", `${edge.source().data("name")} — ${name} — ${edge.target().data("name")}`, { tabIndex: -1 }));
  for (const one of await ask("proof", { subject, predicate, object })) {
    const figure = make("figure", "", { className: "proof" }), caption = make("figcaption");
    figure.append(make("blockquote", one.quote ?? ""));
    caption.append(make("a", one.article, { href: one.href }));
    figure.append(caption);
    panel.append(figure);
  }
}

function filter() {
  const family = $("[data-do=family]").value, since = $("[data-do=since]").value, until = $("[data-do=until]").value;
  cy.batch(() => cy.nodes().forEach((node) => {
    const year = node.data("date").match(/\d{4}/)?.[0] ?? "";
    const out = (family && node.data("family") !== family && !node.selected()) || (year && ((since && year < since) || (until && year > until)));
    node.toggleClass("filtered", Boolean(out));
  }));
}
const steps = {
  undo() { const before = past.pop(); if (before) { cy.elements().remove(); cy.add(before); told(); } },
  layout: arrange,
  fit: () => cy.fit(undefined, 30),
  clear() { past.push(cy.elements().jsons()); cy.elements().remove(); told(); },
  png() { const link = make("a", "", { href: cy.png({ full: true, scale: 2, bg: css("--paper") }), download: "civicgraph.png" }); link.click(); },
};
for (const choice of box.querySelectorAll("#way select")) choice.addEventListener("change", () => { choice.dataset.chosen = "yes"; });
for (const button of box.querySelectorAll("button[data-do]")) button.addEventListener("click", steps[button.dataset.do]);
$("[data-do=shape]").addEventListener("input", arrange);
for (const field of box.querySelectorAll("[data-do=family], [data-do=since], [data-do=until]")) field.addEventListener("input", filter);
for (const button of box.querySelectorAll("[data-file]")) button.addEventListener("click", () => {
  const form = make("form", "", { method: "post", action: "/explore/file", hidden: true });
  form.append(make("input", "", { name: "format", value: button.dataset.file }));
  for (const node of cy.nodes()) form.append(make("input", "", { name: "node", value: node.id() }));
  document.body.append(form);
  form.submit();
  form.remove();
});
$("#way").addEventListener("submit", async (event) => {
  event.preventDefault();
  const fields = Object.fromEntries(new FormData(event.target)), status = $("#way-status");
  status.textContent = "…";
  try {
    const way = await ask("path", fields);
    status.textContent = way.found ? sayMany("{count} tie", "{count} ties", way.edges.length) : say("None found; allow a longer way.");
    if (!way.found) return;
    add(way);
    cy.edges().removeClass("way");
    for (const edge of way.edges) cy.getElementById(edgeId(edge)).addClass("way");
  } catch (error) { status.textContent = error.message; }
});
cy.on("tap", "node", (event) => openNode(event.target));
cy.on("tap", "edge", (event) => openEdge(event.target));
cy.on("dragfree", "node", (event) => event.target.addClass("pinned"));
cy.on("dbltap", "node", async (event) => add(await ask("neighbours", { thing: event.target.id() }), event.target));

async function put(found) { add(await ask("neighbours", { thing: found.iri, predicate: "none" })); }
suggestions($("#add input"), put);
$("#add").addEventListener("submit", async (event) => {
  event.preventDefault();
  const [first] = await fetch(`/suggest?q=${encodeURIComponent($("#add input").value)}`).then((answer) => answer.json());
  if (first) put(first);
});
add(JSON.parse(box.dataset.drawn));
past.length = 0; // there is nothing to undo yet
const [only] = cy.nodes().length === 1 ? cy.nodes() : [];
if (only) { // from the page of a thing: begin with what it is tied to
  add(await ask("neighbours", { thing: only.id() }), only);
  select(only);
  openNode(only);
}
window.civicgraph = { cy, add }; // for tests and for people who script the page
