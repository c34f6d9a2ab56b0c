import type { Language } from "./api.ts";
import { de } from "./words/de.ts";
import { en } from "./words/en.ts";

/**
 * What the page says, by which the tests find everything. It is written here once more, so that a slip in a catalogue
 * does not go unnoticed.
 */
export type Words = typeof en;

export const WORDS: Record<Language, Words> = { en, de };
