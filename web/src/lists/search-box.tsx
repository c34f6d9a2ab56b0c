import { useEffect, useRef, useState } from "preact/hooks";
import { useShortcut } from "../app/shortcuts.tsx";

const PAUSE = 250;

interface Props {
  id: string;
  label: string;
  hint: string;
  /** What the address says: the box follows it, except while somebody is typing. */
  value: string;
  onSearch(value: string): void;
  /** Whether the key for searching leads here; on a view with several lists only to the first. */
  hasShortcut?: boolean;
}

/** A search that asks while one types, after a short pause. */
export function SearchBox({ id, label, hint, value, onSearch, hasShortcut = true }: Props) {
  const [typed, setTyped] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const sent = useRef(value);
  useShortcut("/", "shortcut-search", () => input.current?.focus(), hasShortcut);
  useEffect(() => {
    // The address changed for another reason than this box: Back, Clear filters, a link.
    if (value === sent.current) return;
    clearTimeout(timer.current);
    sent.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const send = (text: string) => {
    clearTimeout(timer.current);
    sent.current = text.trim();
    onSearch(text.trim());
  };
  return (
    <form
      class="filter search"
      role="search"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        send(typed);
      }}
    >
      <label for={id}>{label}</label>
      <input
        ref={input}
        id={id}
        type="search"
        value={typed}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        title={hint}
        maxLength={200}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setTyped(text);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => send(text), PAUSE);
        }}
      />
    </form>
  );
}
