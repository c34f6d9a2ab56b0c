// Weighs what the first visit of the Users List loads, gzipped, and fails when it is over the budget.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

const BUDGET = { js: 40_000, css: 12_000 };
const dist = new URL("../dist/", import.meta.url).pathname;
const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8"));

/** The entry, the view, and the larger of the two languages with its texts for the view. */
const visits = ["en", "de"].map((language) => [
  "index.html",
  "src/views/users/list.tsx",
  `src/texts/${language}/index.ts`,
  `src/texts/${language}/users.ftl?raw`,
]);

/** Every file that these modules need before they run. */
function filesOf(modules, seen = new Set()) {
  for (const module of modules) {
    const entry = manifest[module] ?? Object.values(manifest).find((known) => known.src === module);
    if (!entry) throw new Error(`${module} was not built`);
    if (seen.has(entry.file)) continue;
    seen.add(entry.file);
    for (const style of entry.css ?? []) seen.add(style);
    filesOf(entry.imports ?? [], seen);
  }
  return seen;
}

function weigh(files, ending) {
  const wanted = [...files].filter((file) => file.endsWith(ending));
  return wanted.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
}

let tooHeavy = false;
for (const modules of visits) {
  const files = filesOf(modules);
  for (const [kind, budget] of Object.entries(BUDGET)) {
    const weight = weigh(files, `.${kind}`);
    tooHeavy ||= weight > budget;
    console.log(`${modules[2].split("/")[2]} ${kind}: ${weight} of ${budget} bytes`);
  }
}
if (tooHeavy) {
  console.error("The first load is heavier than its budget.");
  process.exitCode = 1;
}
