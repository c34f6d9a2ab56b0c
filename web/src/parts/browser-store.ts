/**
 * What belongs to the browser and not to the person's account: theme, shown columns, shortcuts. A browser that refuses
 * to store keeps the page working; the choice is then forgotten.
 */
const PREFIX = "backoffice.";

export function read(name: string, fallback: string): string {
  try {
    return localStorage.getItem(PREFIX + name) ?? fallback;
  } catch {
    return fallback;
  }
}

export function write(name: string, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // Private windows of some browsers refuse; there is nothing the person could do about it.
  }
}
