import { defineConfig } from "vitest/config";

/** What every view is made of but dialogs, without what only views on other things ask for; and what the Users List shares with the other views. */
const KIT = /node_modules|preload-helper|src\/(api(?!\/(account|audit|roles|sessions)\.)|navigation|notices|parts|session|texts)\/(?!dialog)[^/]+\.tsx?$/;
const USERS = /src\/(app\/view|lists\/|views\/users\/(person|possible|status-|not-restored|use-groups))/;

export default defineConfig({
  build: {
    target: "baseline-widely-available",
    // The content security policy allows files of the own origin only: nothing may be inlined.
    assetsInlineLimit: 0,
    // What a view needs besides itself is there already or asked for by it; naming it beforehand would cost every
    // first load the list of all files.
    modulePreload: { polyfill: false, resolveDependencies: (_, needed, { hostType }) => (hostType === "html" ? needed : []) },
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Small files compress badly: what the first view shares with others travels in one.
          groups: [
            { name: "kit", test: KIT, minShareCount: 2, includeDependenciesRecursively: false },
            { name: "users", test: USERS, minShareCount: 2, includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
  server: { host: "127.0.0.1", proxy: { "/api": process.env.BACKOFFICE_API ?? "http://127.0.0.1:8080" } },
  test: { environment: "node", testTimeout: 60_000, include: ["src/**/*.test.ts"] },
});
