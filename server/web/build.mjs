// Bundles what the pages load into ../static/built, and draws the map's land as one path.
import { build } from "esbuild";
import { createRequire } from "node:module";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { feature } from "topojson-client";

const out = new URL("../static/built/", import.meta.url);
await mkdir(out, { recursive: true });
await build({
  entryPoints: ["site", "editor", "explore"].map((name) => `src/${name}.js`),
  outdir: out.pathname, bundle: true, minify: true, format: "esm", target: "es2022", legalComments: "linked",
});

// Equirectangular: x is the longitude plus 180, y is 90 minus the latitude, in degrees.
const world = JSON.parse(await readFile(createRequire(import.meta.url).resolve("world-atlas/countries-110m.json"), "utf8"));
const land = feature(world, world.objects.countries).features;
const ring = (points) => points.map(([x, y], i) => `${i ? "L" : "M"}${(x + 180).toFixed(1)} ${(90 - y).toFixed(1)}`).join("") + "Z";
const polygons = ({ type, coordinates }) => (type === "Polygon" ? [coordinates] : coordinates);
const shape = land.map(({ geometry }) => polygons(geometry).flat().map(ring).join("")).join("");
await writeFile(new URL("world.svg", out),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 180"><path id="land" d="${shape}"/></svg>\n`);
