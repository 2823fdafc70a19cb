// A program with a data folder of its own, and browser windows onto it.
import { spawn, spawnSync } from "node:child_process";
import {
  copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const artifacts = join(root, "artifacts/web");
mkdirSync(artifacts, { recursive: true });

const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];

/// The program finds its page beside itself: another page needs a program of its own.
function program(home) {
  const built = resolve(process.env.ATTUNE_BIN ?? join(root, "build/release/attune"));
  if (!existsSync(built)) throw new Error(`there is no program at ${built}; set ATTUNE_BIN`);
  if (!process.env.ATTUNE_WEB) return built;
  const own = join(home, "attune");
  copyFileSync(built, own);
  cpSync(resolve(process.env.ATTUNE_WEB), join(home, "web"), { recursive: true });
  for (const folder of ["content", "models"]) symlinkSync(join(root, folder), join(home, folder));
  return own;
}

export class House {
  /// With `team`: accounts, of which `team.admin` {name, password} is the first; `team.flags` go to
  /// `attune serve`.
  static async open({ team = null } = {}) {
    const house = new House();
    house.team = team;
    house.home = mkdtempSync(join(tmpdir(), "attune-web-"));
    house.program = program(house.home);
    house.port = 0;
    if (team) house.add(team.admin, "admin");
    await house.start();
    house.browser = await chromium.launch({
      executablePath: process.env.ATTUNE_CHROMIUM ?? "/usr/bin/chromium", args: FLAGS,
    });
    return house;
  }

  get data() {
    return join(this.home, "data");
  }

  /// An account, from the command line: while the program is not running.
  add({ name, password }, role) {
    const made = spawnSync(this.program,
      ["people", "add", name, "--role", role, "--data", this.data], { input: `${password}\n` });
    if (made.status !== 0) throw new Error(`no account was made: ${made.stderr}`);
  }

  /// Starts the program; after a kill, on the port that it had.
  async start() {
    const args = ["serve", "--port", `${this.port}`, "--data", this.data];
    if (this.team) args.push("--team", ...(this.team.flags ?? []));
    this.process = spawn(this.program, args, { stdio: ["ignore", "pipe", "inherit"] });
    this.base = await new Promise((found, failed) => {
      this.process.once("exit", (code) => failed(new Error(`the program ended with ${code}`)));
      createInterface({ input: this.process.stdout }).on("line", (line) => {
        const [address] = /http:\/\/[^ ]+/.exec(line) ?? [];
        if (address) found(address);
      });
    });
    this.port = Number(new URL(this.base).port);
  }

  async kill() {
    const gone = new Promise((done) => this.process.once("exit", done));
    this.process.kill("SIGKILL");
    await gone;
  }

  /// A window of its own browser profile. `swift`: its clock can be moved on with `clock.runFor`.
  async window(wish = {}) {
    const { width = 1280, height = 800, scheme = "light", swift = false, worker = "block" } = wish;
    const context = await this.browser.newContext({
      viewport: { width, height }, colorScheme: scheme, reducedMotion: "reduce",
      serviceWorkers: worker,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.faults = [];
    page.on("pageerror", (error) => page.faults.push(error.message));
    if (swift) await page.clock.install();
    await seeded(context);
    return page;
  }

  async close() {
    await this.browser?.close();
    if (this.process.exitCode === null && this.process.signalCode === null) await this.kill();
    rmSync(this.home, { recursive: true, force: true });
  }
}

/// Every new talk gets the same seed, so that a test meets the same person each time.
async function seeded(context) {
  await context.route("**/api/sessions", async (route) => {
    const asked = route.request().postDataJSON();
    if (!asked?.case) return route.continue();
    return route.continue({ postData: { ...asked, seed: 7 } });
  });
}

export async function picture(page, name) {
  await page.screenshot({ path: join(artifacts, `${name}.png`), fullPage: true });
}

/// The same on paper.
export async function paper(page, name) {
  await page.pdf({ path: join(artifacts, `${name}.pdf`), format: "A4", preferCSSPageSize: true });
}

/// Asks again and again until `look` gives something true.
export async function until(look, what, ms = 60_000) {
  const end = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise((wake) => setTimeout(wake, 50));
  }
}
