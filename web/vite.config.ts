import { defineConfig } from "vitest/config";

export default defineConfig({
  build: {
    target: "baseline-widely-available",
    // The content security policy allows files of the own origin only: nothing may be inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
  },
  server: { host: "127.0.0.1", proxy: { "/api": process.env.BACKOFFICE_API ?? "http://127.0.0.1:8080" } },
  test: { environment: "node", include: ["src/**/*.test.ts"] },
});
