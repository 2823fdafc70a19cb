// Builds the page: node build.mjs --out DIR
import { build } from "esbuild";
import { copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
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
await build({
  ...shared, format: "esm", entryPoints: { app: join(web, "src/main.ts") }, outdir: out,
});
await build({ ...shared, entryPoints: { sw: join(web, "src/worker/worker.ts") }, outdir: out });

// Without JavaScript the page still names the places that help: the same list, written out.
const listed = await build({
  ...shared, write: false, format: "esm",
  entryPoints: [join(web, "src/widgets/help_places.ts")],
});
const { helpHtml } = await import(
  `data:text/javascript;base64,${Buffer.from(listed.outputFiles[0].contents).toString("base64")}`
);
const page = await readFile(join(web, "src/page/index.html"), "utf8");
await writeFile(join(out, "index.html"), page.replace("<!-- help -->", helpHtml()));
await copyFile(join(web, "src/page/icon.svg"), join(out, "icon.svg"));

const script = gzipSync(await readFile(join(out, "app.js")), { level: 9 }).length;
const style = gzipSync(await readFile(join(out, "app.css")), { level: 9 }).length;
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB gzip`;
console.log(`page: script ${kilobytes(script)}, style ${kilobytes(style)}`);
