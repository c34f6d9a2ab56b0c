import type { ComponentChildren } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { place } from "./place.ts";

interface Props {
  face: ComponentChildren;
  class: string;
  children: ComponentChildren;
}

/** A button that opens a small panel over the page. The browser closes it on Escape and on a click elsewhere. */
export function Disclosure({ face, class: name, children }: Props) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      <button ref={button} type="button" class={name} popovertarget={id}>
        {face}
      </button>
      <div
        id={id}
        class="panel"
        popover="auto"
        onBeforeToggle={(event) => setOpen(event.newState === "open")}
        onToggle={(event) => {
          if (event.newState === "open" && button.current) place(event.currentTarget, button.current);
        }}
      >
        {open && children}
      </div>
    </>
  );
}
