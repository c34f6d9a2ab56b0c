import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { read, write } from "../parts/browser-store.ts";

interface Shortcut {
  key: string;
  /** The message that says what it does. */
  does: string;
  run(): void;
}

/** The shortcuts of what is on the page. */
export const known = signal<readonly Shortcut[]>([]);
export const enabled = signal(read("shortcuts", "on") === "on");
/** Whether the list of shortcuts is shown. */
export const helpOpen = signal(false);

/** Turns the shortcuts on or off; the choice belongs to the browser. */
export function enable(on: boolean): void {
  enabled.value = on;
  write("shortcuts", on ? "on" : "off");
}

/** A key that does something while the component is on the page. Never while typing, never with a modifier. */
export function useShortcut(key: string, does: string, run: () => void, available = true): void {
  useEffect(() => {
    if (!available) return;
    const shortcut = { key, does, run };
    known.value = [...known.peek(), shortcut];
    return () => {
      known.value = known.peek().filter((other) => other !== shortcut);
    };
  }, [key, does, available]);
}

export function showShortcuts(): void {
  helpOpen.value = true;
}

export function followKeys(): void {
  addEventListener("keydown", (event) => {
    if (!enabled.peek() || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    if (document.querySelector("dialog[open], [role=menu]")) return;
    const shortcut = known.peek().find(({ key }) => key === event.key);
    if (!shortcut && event.key !== "?") return;
    event.preventDefault();
    if (shortcut) shortcut.run();
    else showShortcuts();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}
