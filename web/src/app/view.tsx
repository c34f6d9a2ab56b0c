import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { travelled } from "../navigation/location.ts";
import { t } from "../texts/text.tsx";

interface Props {
  /** The heading, and the beginning of the document's title. */
  title: string;
  /** Stands by the heading: a count, a status. */
  beside?: ComponentChildren;
  /** The view's main actions, top right. */
  actions?: ComponentChildren;
  /** Stands in the document's title after the heading: "page 2". */
  place?: string;
  /** A refused form says so first in the document's title. */
  refused?: boolean;
  /** A list that takes up where it was left puts the focus on a row instead of the heading. */
  keepFocus?: boolean;
  class?: string;
  children: ComponentChildren;
}

/** The frame of every view: heading, actions, document title, and where focus and scrolling go on arrival. */
export function View({ title, beside, actions, place, refused, keepFocus, class: name, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const parts = [title, place, t("product")].filter(Boolean);
  const full = `${refused ? `${t("title-error")} ` : ""}${parts.join(" – ")}`;
  useEffect(() => {
    document.title = full;
  }, [full]);
  useLayoutEffect(() => {
    if (keepFocus || travelled.times === 0) return;
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div class={`view ${name ?? ""}`}>
      <header class="view-header">
        <div class="view-title">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {beside}
        </div>
        {actions && <div class="view-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
