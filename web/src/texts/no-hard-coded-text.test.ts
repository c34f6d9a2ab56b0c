import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { expect, test } from "vitest";

const source = join(import.meta.dirname, "..");

/** Attributes that people read or hear. */
const READ = new Set(["title", "alt", "placeholder", "label", "aria-label", "aria-description", "hint", "caption"]);

/** Text between tags and in attributes that should have come from a catalogue. */
function hardCoded(file: string): string[] {
  const tree = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isJsxText(node) && /\p{L}/u.test(node.text)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && READ.has(node.name.getText())) {
      const value = node.initializer;
      if (value && ts.isStringLiteral(value) && /\p{L}/u.test(value.text)) found.push(value.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

test("every text that people read comes from a catalogue", () => {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tsx"));
  expect(files.length).toBeGreaterThan(10);
  expect(files.flatMap((name) => hardCoded(join(source, name)).map((text) => `${name}: ${text}`))).toEqual([]);
});
