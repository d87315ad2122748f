// How things and ties are drawn, in the explorer and in answers.
import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";

cytoscape.use(fcose);
export { cytoscape };
const SHAPES = { Person: "ellipse", Organization: "round-rectangle", LegalResource: "barrel", Petition: "tag", Place: "diamond", ReportedEvent: "round-hexagon", Position: "round-triangle", Sanction: "round-triangle" };
const COLOURS = { Person: "--accent", Organization: "--violet", LegalResource: "--amber", Petition: "--red", Place: "--soft", ReportedEvent: "--mark" };

export const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
export const short = (text) => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

export function style() {
  return [
    { selector: "node", style: {
      label: "data(short)", shape: (node) => SHAPES[node.data("family")] ?? "ellipse", width: 26, height: 26,
      "background-color": (node) => css(COLOURS[node.data("family")] ?? "--field"), color: css("--ink"), "font-size": 11,
      "text-valign": "bottom", "text-margin-y": 4, "text-wrap": "wrap", "text-max-width": 120, "min-zoomed-font-size": 7,
      "text-background-color": css("--paper"), "text-background-opacity": 0.6 } },
    { selector: "node:selected", style: { "border-width": 4, "border-color": css("--mark") } },
    { selector: "node.pinned", style: { "border-width": 2, "border-color": css("--ink"), "border-style": "dashed" } },
    { selector: "edge", style: {
      label: "data(name)", width: 1.4, "line-color": css("--field"), "target-arrow-color": css("--field"), "target-arrow-shape": "triangle",
      "arrow-scale": 0.8, "curve-style": "straight", "font-size": 9, color: css("--soft"), "min-zoomed-font-size": 8,
      "text-background-color": css("--paper"), "text-background-opacity": 0.9, "text-rotation": "autorotate" } },
    { selector: "edge:selected, edge.way", style: { width: 3.5, "line-color": css("--mark"), "target-arrow-color": css("--mark") } },
    { selector: ".filtered", style: { display: "none" } },
  ];
}

// The colours are those of the page, which change with the scheme that the reader prefers.
export function followScheme(cy, more = []) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => cy.style([...style(), ...more]));
}
