import { useEffect, useId, useRef, useState } from "preact/hooks";
import { formatAgo, formatMoment } from "../texts/formats.ts";
import { place } from "./place.ts";

/** A time as a distance from now; the time in full, with its zone, on hover, focus and touch, and in print. */
export function Moment({ at }: { at: string }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const anchor = useRef<HTMLElement>(null);
  const moment = new Date(at);
  const full = formatMoment(moment);
  const close = () => setOpen(false);
  return (
    <span
      class="moment"
      ref={anchor}
      tabIndex={0}
      role="note"
      aria-describedby={id}
      onMouseEnter={() => setOpen(true)}
      onMouseLeave={close}
      onFocus={() => setOpen(true)}
      onBlur={close}
      onClick={() => setOpen(true)}
      onKeyDown={(event) => event.key === "Escape" && close()}
    >
      <time dateTime={at} data-full={full}>
        {formatAgo(moment, new Date())}
      </time>
      <span class="hidden" id={id}>
        {full}
      </span>
      {open && <Tip anchor={anchor} text={full} />}
    </span>
  );
}

function Tip({ anchor, text }: { anchor: { current: HTMLElement | null }; text: string }) {
  const tip = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!tip.current || !anchor.current) return;
    tip.current.showPopover();
    place(tip.current, anchor.current);
  }, []);
  return (
    <span class="tip" ref={tip} popover="manual" aria-hidden="true">
      {text}
    </span>
  );
}
