import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { Tabs } from "../../../parts/tabs.tsx";

type Half = "list" | "review";

interface Props {
  heading: string;
  /** How many there are, beside the heading. */
  total: ComponentChildren;
  /** What can be chosen from, and what has been chosen. */
  list: { label: string; panel(): ComponentChildren };
  review: { label: string; panel(): ComponentChildren };
}

/** One of the two halves of the view: a table, and in a second tab what was ticked or unticked in it. */
export function Section({ heading, total, list, review }: Props) {
  const [tab, setTab] = useState<Half>("list");
  const id = useId();
  return (
    <section class="section" aria-labelledby={id}>
      <div class="view-title">
        <h2 id={id}>{heading}</h2>
        {total}
      </div>
      <Tabs<Half>
        label={heading}
        tabs={[
          { id: "list", ...list },
          { id: "review", ...review },
        ]}
        chosen={tab}
        onChoose={setTab}
      />
    </section>
  );
}
