import { effect, signal } from "@preact/signals";
import { read, write } from "../parts/browser-store.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

/** The theme belongs to the browser, not to the account: the same person sits in a dark office and a bright train. */
export const theme = signal<Theme>(THEMES.find((known) => known === read("theme", "")) ?? "system");

/** Keeps the document in the chosen theme; the stylesheet follows `data-theme`, and the system without it. */
export function followTheme(): void {
  effect(() => {
    if (theme.value === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme.value;
  });
}

export function chooseTheme(chosen: Theme): void {
  theme.value = chosen;
  write("theme", chosen);
}
