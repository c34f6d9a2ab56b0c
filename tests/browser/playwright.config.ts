import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";
import { stack } from "./support/stack.ts";
import type { Options } from "./support/test.ts";

const installed = "/usr/bin/chromium";
// Without either, Playwright takes the browser it has installed itself.
const browser = process.env.CHROMIUM ?? (existsSync(installed) ? installed : undefined);

export default defineConfig<Options>({
  outputDir: ".results",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: "list",
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: stack.url,
    viewport: { width: 1280, height: 900 },
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: browser,
      // Nothing but the tests asks for anything: no updates, no background requests.
      args: ["--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
  projects: [
    { name: "english", testDir: "flows", use: { language: "en", locale: "en-GB" } },
    { name: "german", testDir: "flows", use: { language: "de", locale: "de-DE" } },
    // What people do to users and customers, once more while the store's indexes lag (R36).
    {
      name: "lagging",
      testMatch: /(lagging\/.*|flows\/(create-user|status|delete-and-restore|assign-customers))\.spec\.ts$/,
      use: { language: "en", locale: "en-GB" },
    },
    { name: "reach", testDir: "reach", use: { language: "en", locale: "en-GB" } },
  ],
});
