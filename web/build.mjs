// Builds the page: node build.mjs --out DIR
import { build } from "esbuild";
import { copyFile, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const web = dirname(fileURLToPath(import.meta.url));
const at = process.argv.indexOf("--out");
if (at < 0 || !process.argv[at + 1]) {
  console.error("usage: node build.mjs --out DIR");
  process.exit(2);
}
const out = resolve(process.argv[at + 1]);
await mkdir(out, { recursive: true });

const shared = {
  bundle: true,
  minify: true,
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  jsx: "automatic",
  jsxImportSource: "preact",
  logLevel: "warning",
};
// Parts that few need are fetched when first opened; each has its style under its own name.
const LATER = ["review", "team"];
async function sweep(ending) {
  for (const name of await readdir(out)) {
    if (name.startsWith("part-") && name.endsWith(ending)) await rm(join(out, name));
  }
}
await sweep(".js");
const { metafile } = await build({
  ...shared, format: "esm", splitting: true, metafile: true, chunkNames: "part-[hash]", outdir: out,
  entryPoints: [
    { out: "app", in: join(web, "src/main.ts") },
    ...LATER.map((name) => ({ out: name, in: join(web, `src/views/${name}/${name}.css`) })),
  ],
});
// A part's style is in its own sheet, or in that of the start.
await sweep(".css");

/// What the start of the page needs besides `app.js`, by the names that the build gave.
function partsOf(file, seen = new Set()) {
  for (const { path, kind } of metafile.outputs[file].imports) {
    if (kind !== "import-statement" || seen.has(path)) continue;
    seen.add(path);
    partsOf(path, seen);
  }
  return [...seen];
}
const outputs = Object.keys(metafile.outputs);
const parts = partsOf(outputs.find((name) => basename(name) === "app.js"));
const addresses = parts.map((name) => `/${basename(name)}`);
await build({
  ...shared, entryPoints: { sw: join(web, "src/worker/worker.ts") }, outdir: out,
  define: { SHARED_PARTS: JSON.stringify(addresses) },
});

// Without JavaScript the page still names the places that help: the same list, written out.
const listed = await build({
  ...shared, write: false, format: "esm",
  entryPoints: [join(web, "src/widgets/help_places.ts")],
});
const { helpHtml } = await import(
  `data:text/javascript;base64,${Buffer.from(listed.outputFiles[0].contents).toString("base64")}`
);
const page = await readFile(join(web, "src/page/index.html"), "utf8");
const preload = addresses.map((path) => `<link rel="modulepreload" href="${path}" />`).join("");
await writeFile(join(out, "index.html"),
  page.replace("<!-- help -->", helpHtml()).replace("<!-- parts -->", preload));
await copyFile(join(web, "src/page/icon.svg"), join(out, "icon.svg"));

async function weight(names) {
  const bytes = await Promise.all(names.map((name) => readFile(join(out, name))));
  return bytes.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0);
}
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB gzip`;
const first = ["app.js", ...parts.map((name) => basename(name))];
const later = outputs.map((name) => basename(name)).filter((name) =>
  name.endsWith(".js") && !first.includes(name));
console.log(`page: script ${kilobytes(await weight(first))}, ` +
  `style ${kilobytes(await weight(["app.css"]))}; ` +
  `fetched when needed: script ${kilobytes(await weight(later))}, ` +
  `style ${kilobytes(await weight(LATER.map((name) => `${name}.css`)))}`);
