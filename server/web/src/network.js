// An answer drawn as things and ties; the table below it has the same for the keyboard and for screen readers.
import { cytoscape, followScheme, short, style } from "./drawing.js";

// The whole is seen at once, so that names have to be read from farther away than in the explorer.
const sizes = (many) => [
  { selector: "node", style: { "font-size": many > 30 ? 20 : 13, "text-max-width": 200, "min-zoomed-font-size": 5 } },
  { selector: "edge", style: many > 60 ? { label: "" } : {} },
];

for (const box of document.querySelectorAll(".network")) {
  const { nodes, edges } = JSON.parse(box.dataset.drawn);
  box.hidden = false;
  const cy = cytoscape({
    container: box, style: [...style(), ...sizes(nodes.length)], pixelRatio: 1, hideEdgesOnViewport: true, maxZoom: 1.5,
    elements: [
      ...nodes.map((node) => ({ data: { ...node, id: node.iri, short: short(node.name) } })),
      ...edges.map((edge, number) => ({ data: { ...edge, id: `e${number}`, source: edge.subject, target: edge.object } })),
    ],
    layout: { name: "fcose", animate: false, quality: nodes.length > 200 ? "draft" : "default", nodeRepulsion: 12000,
      idealEdgeLength: 120, nodeDimensionsIncludeLabels: true, fit: true, padding: 30 },
  });
  followScheme(cy, sizes(nodes.length));
  cy.on("tap", "node", (event) => {
    const { href } = event.target.data();
    if (href) window.open(href, "_top", href.startsWith("/") ? "" : "noopener,noreferrer");
  });
}
