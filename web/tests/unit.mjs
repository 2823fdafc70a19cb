// Bundles each src/**/*.test.ts and runs them with Node's own test runner.
import { build } from "esbuild";
import { spawnSync } from "node:child_process";
import { readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const web = join(dirname(fileURLToPath(import.meta.url)), "..");
const out = join(web, "dist/test");

async function tests(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(entries.map((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return tests(path);
    return entry.name.endsWith(".test.ts") ? [path] : [];
  }));
  return found.flat().sort();
}

const files = await tests(join(web, "src"));
await rm(out, { recursive: true, force: true });
await build({
  entryPoints: files, outdir: out, outbase: join(web, "src"), outExtension: { ".js": ".mjs" },
  bundle: true, platform: "node", format: "esm", target: "node18", sourcemap: "inline",
  jsx: "automatic", jsxImportSource: "preact", logLevel: "warning",
});
const bundled = files.map((file) =>
  join(out, file.slice(join(web, "src").length)).replace(/\.ts$/, ".mjs"));
const run = spawnSync(process.execPath, ["--test", ...bundled], {
  stdio: "inherit", env: { ...process.env, ATTUNE_DOCS: join(web, "../docs/formats") },
});
process.exit(run.status ?? 1);
