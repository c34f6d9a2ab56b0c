import { signal } from "@preact/signals";
import { FluentBundle, FluentResource } from "@fluent/bundle";
import type { Language } from "../api/types.ts";
import { read } from "../parts/browser-store.ts";
import { accented, mirrored } from "./pseudo.ts";

export const LANGUAGES: readonly Language[] = ["en", "de"];

/**
 * Two locales made from the English one, to see what translation and direction do to the page. Set
 * `localStorage["backoffice.locale"]` to one of them.
 */
const TEST_LOCALES = {
  "en-XA": { transform: accented, dir: "ltr" },
  "ar-XB": { transform: mirrored, dir: "rtl" },
} as const;

interface Spoken {
  /** The language of the catalogue. */
  language: Language;
  /** What dates and numbers are formatted with, the region of the browser included. */
  locale: string;
  /** The catalogue behind it: English for the test locales. */
  catalogue: Language;
  bundle: FluentBundle;
}

/** What the page speaks now. Reading it while drawing is what makes a component change language at once. */
export const spoken = signal<Spoken | null>(null);

/** What every view needs, in one file a language. */
const base: Record<Language, () => Promise<{ default: string }>> = {
  en: () => import("./en/index.ts"),
  de: () => import("./de/index.ts"),
};

/** What single views need, one file an area: `./en/users.ftl` is the area `users`. */
const areas = import.meta.glob<string>("./{en,de}/*.ftl", { query: "?raw", import: "default" });

/** The areas of the views seen so far; a change of language takes them along. */
const learned = new Set<string>();

/** The first language of the browser that the page has. */
export function browserLanguage(): Language {
  const wanted = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return LANGUAGES.find((language) => language === wanted.find((tag) => LANGUAGES.some((own) => own === tag))) ?? "en";
}

/** Speaks a language from now on; what is on the page changes where it stands. */
export async function speak(language: Language): Promise<void> {
  const test = TEST_LOCALES[read("locale", "") as keyof typeof TEST_LOCALES] ?? null;
  const catalogue = test ? "en" : language;
  const sources = await Promise.all([
    base[catalogue]().then((module) => module.default),
    ...[...learned].map((area) => areaSource(catalogue, area)),
  ]);
  const locale = navigator.languages.find((tag) => tag.toLowerCase().startsWith(`${language}-`)) ?? language;
  // Data inside a sentence is isolated by <bdi> (see text.tsx), not by invisible characters, which would be copied.
  const bundle = new FluentBundle(locale, { useIsolating: false, transform: test?.transform });
  for (const source of sources) add(bundle, source);
  document.documentElement.lang = language;
  document.documentElement.dir = test?.dir ?? "ltr";
  spoken.value = { language, locale, catalogue, bundle };
}

/** Fetches the texts of a view's areas, in the language spoken and in any spoken later. */
export async function learn(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((area) => !learned.has(area));
  const { catalogue } = spoken.peek() ?? {};
  const sources = catalogue ? await Promise.all(unknown.map((area) => areaSource(catalogue, area))) : [];
  // Parts of one view may ask for the same at once: the first to have it adds it.
  const added = unknown.flatMap((area, at) => (learned.has(area) ? [] : [sources[at] ?? ""]));
  for (const area of unknown) learned.add(area);
  const now = spoken.peek();
  if (!now) return;
  // The language changed while the texts were on their way: speaking it again fetches the right ones.
  if (now.catalogue !== catalogue) return speak(now.language);
  for (const source of added) add(now.bundle, source);
}

async function areaSource(language: Language, area: string): Promise<string> {
  const load = areas[`./${language}/${area}.ftl`];
  if (!load) throw new Error(`No texts for ${area}`);
  return load();
}

function add(bundle: FluentBundle, source: string): void {
  for (const error of bundle.addResource(new FluentResource(source))) console.error(error);
}
