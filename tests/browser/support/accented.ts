import { accented } from "../../../web/src/texts/pseudo.ts";
import { WORDS, type Words } from "./words.ts";

/**
 * The English words as the accented test locale shows them: with the page's own accents, and tildes behind each piece
 * of text. Playwright takes a pattern wherever it takes a text.
 */
export const ACCENTED = dress(WORDS.en) as Words;

function dress(value: unknown): unknown {
  if (typeof value === "string") return pattern(value);
  if (typeof value === "function") return (...args: unknown[]) => pattern(String(value(...args)));
  if (Array.isArray(value)) return value.map(dress);
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, dress(entry)]));
  }
  return value;
}

/** What stands in a text as data stays plain, so each letter may or may not carry its accent. */
function pattern(text: string): RegExp {
  const letters = [...text].map((letter) => `[${escape(letter)}${escape(accented(letter))}]`);
  return new RegExp(`^${letters.join("~*")}~*$`, "u");
}

function escape(letter: string): string {
  return letter.replace(/[\\\]^-]/, "\\$&");
}
