// Bundles what the pages load into ../static/built, and draws the map's land as one path.
import { build } from "esbuild";
import { createRequire } from "node:module";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { feature } from "topojson-client";

const out = new URL("../static/built/", import.meta.url);
await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
await build({
  entryPoints: ["site", "editor", "explore", "network"].map((name) => `src/${name}.js`),
  outdir: out.pathname, bundle: true, splitting: true, chunkNames: "shared-[hash]", minify: true, format: "esm", target: "es2022", legalComments: "linked",
});

// Plate carrée: x is the longitude plus 180, y is 90 minus the latitude, in tenths of a degree.
const world = JSON.parse(await readFile(createRequire(import.meta.url).resolve("world-atlas/countries-110m.json"), "utf8"));
const land = feature(world, world.objects.countries).features;
const tenths = ([x, y]) => [Math.round((x + 180) * 10), Math.round((90 - y) * 10)];
const pair = (x, y) => `${x}${y < 0 ? y : ` ${y}`}`;
// The ring without its steps over the edge of the map: it goes on beyond it, and one around the pole is closed there.
function unrolled(points) {
  let turn = 0;
  const line = points.map(tenths).map(([x, y], i, all) => {
    const step = i ? x - all[i - 1][0] : 0;
    turn += step > 1800 ? -3600 : step < -1800 ? 3600 : 0;
    return [x + turn, y];
  });
  return turn ? [...line, [line.at(-1)[0], 1800], [line[0][0], 1800]] : line;
}
// From point to point by the way between them, which is short to write.
const path = (line, move) => line.map(([x, y], i) => {
  if (!i) return `M${pair(x + move, y)}`;
  const [dx, dy] = [x - line[i - 1][0], y - line[i - 1][1]];
  return dx || dy ? `l${pair(dx, dy)}` : "";
}).join("") + "z";
// What lies beyond one edge is drawn once more, where it comes in at the other.
const ring = (points) => {
  const line = unrolled(points), xs = line.map(([x]) => x);
  const moves = [0, ...(Math.max(...xs) > 3600 ? [-3600] : []), ...(Math.min(...xs) < 0 ? [3600] : [])];
  return moves.map((move) => path(line, move)).join("");
};
const polygons = ({ type, coordinates }) => (type === "Polygon" ? [coordinates] : coordinates);
const shape = land.map(({ geometry }) => polygons(geometry).flat().map(ring).join("")).join("");
await writeFile(new URL("world.svg", out),
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3600 1800"><path id="land" d="${shape}"/></svg>\n`);
