// Runs the browser tests: real Chromium against the real program.
// ATTUNE_BIN: the program (build/release/attune); ATTUNE_WEB: a built page to serve instead of the
// one beside it; ATTUNE_CHROMIUM: the browser (/usr/bin/chromium). Screenshots go to artifacts/web.
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(here)
  .filter((name) => name.endsWith(".test.mjs"))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .map((name) => join(here, name));
const run = spawnSync(process.execPath, ["--test", ...files], { stdio: "inherit" });
process.exit(run.status ?? 1);
