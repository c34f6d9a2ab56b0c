/** The page's few pictures, drawn with the colour of the text around them and never alone in saying something. */
const PATHS = {
  success: "M4 10.5l4 4 8-9",
  info: "M10 9v6M10 5.5v.5",
  error: "M10 5v6M10 14.5v.5",
  close: "M5 5l10 10M15 5L5 15",
  more: "M4 10h.01M10 10h.01M16 10h.01",
  copy: "M7 7V4h9v9h-3M4 7h9v9H4z",
  download: "M10 4v8M6 8.5l4 4 4-4M4 16h12",
  filter: "M3 4h14l-5.5 6.5V16l-3-2v-3.5z",
  search: "M9 4a5 5 0 100 10A5 5 0 009 4zM13 13l4 4",
  plus: "M10 4v12M4 10h12",
  columns: "M3 4h14v12H3zM8 4v12M12.5 4v12",
  person: "M10 10a3 3 0 100-6 3 3 0 000 6zM4 17c.6-3 3-4.5 6-4.5s5.4 1.5 6 4.5",
  ascending: "M10 16V4M5 9l5-5 5 5",
  descending: "M10 4v12M5 11l5 5 5-5",
  previous: "M12 5l-5 5 5 5",
  next: "M8 5l5 5-5 5",
  first: "M14 5l-5 5 5 5M6 5v10",
  down: "M5 8l5 5 5-5",
  clock: "M10 4a6 6 0 100 12 6 6 0 000-12zM10 7v3.2l2.2 1.6",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
