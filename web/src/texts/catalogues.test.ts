import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, Visitor, type Message, type VariableReference } from "@fluent/syntax";
import { describe, expect, test } from "vitest";

const here = import.meta.dirname;
const source = join(here, "..");

class Variables extends Visitor {
  readonly names = new Set<string>();
  override visitVariableReference(reference: VariableReference) {
    this.names.add(reference.id.name);
  }
}

/** The messages of a language: id → its variables, and in which area it is. */
function catalogue(language: string) {
  const messages = new Map<string, { area: string; variables: string[] }>();
  for (const file of filesBelow(join(here, language), ".ftl")) {
    for (const entry of parse(readFileSync(file, "utf8"), {}).body) {
      if (entry.type === "Junk") throw new Error(`${file}: ${JSON.stringify(entry)}`);
      if (entry.type !== "Message") continue;
      const message = entry as Message;
      if (messages.has(message.id.name)) throw new Error(`${message.id.name} is there twice`);
      const variables = new Variables();
      variables.visit(message);
      messages.set(message.id.name, { area: file.slice(join(here, language).length), variables: [...variables.names].sort() });
    }
  }
  return messages;
}

function filesBelow(folder: string, ...endings: string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => endings.some((ending) => name.endsWith(ending)))
    .map((name) => join(folder, name));
}

const english = catalogue("en");
const german = catalogue("de");
const code = filesBelow(source, ".ts", ".tsx").filter((file) => !file.endsWith(".test.ts") && !file.endsWith("schema.ts"));

/** Messages whose ids the code puts together: `status-${status}`. */
const BUILT = /^(problem|error|notice|status|language|theme|sort|gender|sign-in-reason|email-holder|area|rule|field|event|history|action|actors|kind|period|says)-/;

/** Where the code names a message: `t("…")`, `<Text id="…">`, `{ id: "…", args }`, the labels of columns. */
const NAMED = /(?:\bt\(|<Text id=|\{ id: (?="[^"]+"(?:, args| \}))|\blabel: )"([^"]+)"/g;

describe("the catalogues", () => {
  test("have the same messages with the same variables in the same areas", () => {
    expect(Object.fromEntries(german)).toEqual(Object.fromEntries(english));
  });

  test("have every message that the code names", () => {
    const named = code.flatMap((file) => {
      const text = readFileSync(file, "utf8").replace(/^\s*(\*|\/\/).*$/gm, "");
      return [...text.matchAll(NAMED)].map((match) => match[1] ?? "");
    });
    expect(named.length).toBeGreaterThan(100);
    expect(named.filter((id) => !english.has(id))).toEqual([]);
  });

  test("have no message that nothing uses", () => {
    const everything = code.map((file) => readFileSync(file, "utf8")).join("\n");
    const unused = [...english.keys()].filter((id) => !BUILT.test(id) && !everything.includes(`"${id}"`));
    expect(unused).toEqual([]);
  });
});
