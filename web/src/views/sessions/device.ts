/** A browser in words that need no translation, or the beginning of what it calls itself. */
export type Device = { browser: string; system: string | null } | { named: string };

/** In this order: a browser also names those that it wants to be taken for. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\b(?:Edg|EdgA|EdgiOS)\//, "Edge"],
  [/\b(?:OPR|OPT)\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];

const SYSTEMS: readonly [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac(?:intosh| OS X)\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];

const LONGEST = 60;

/** What a browser is, by the text it sends about itself; null if it sends none. */
export function deviceOf(userAgent: string): Device | null {
  const find = (known: readonly [RegExp, string][]) => known.find(([mark]) => mark.test(userAgent))?.[1];
  const browser = find(BROWSERS);
  if (browser) return { browser, system: find(SYSTEMS) ?? null };
  const named = [...userAgent.trim()].slice(0, LONGEST).join("");
  return named === "" ? null : { named };
}
