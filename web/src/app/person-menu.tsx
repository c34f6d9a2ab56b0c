import type { ComponentType } from "preact";
import { useState } from "preact/hooks";
import { Problem } from "../api/problem.ts";
import { notifyProblem } from "../notices/notices.ts";
import { Icon } from "../parts/icon.tsx";
import { Menu } from "../parts/menu.tsx";
import { me } from "../session/session.ts";
import { learn } from "../texts/language.ts";
import { t } from "../texts/text.tsx";

/** The button of the person's own menu. What the menu holds is fetched when it is opened. */
export function PersonMenu() {
  const [entries, setEntries] = useState<{ Entries: ComponentType } | null>(null);
  const person = me.value;
  const name = `${person.firstName} ${person.lastName}`;
  const fetchEntries = async () => {
    try {
      const [{ default: Entries }] = await Promise.all([import("./person-menu/entries.tsx"), learn(["menu"])]);
      setEntries({ Entries });
    } catch {
      notifyProblem({ id: "load-failed" }, new Problem({ code: "page_outdated" }));
    }
  };
  const face = (
    <>
      <Icon name="person" />
      <bdi class="person-name">{name}</bdi>
      <Icon name="down" />
    </>
  );
  return (
    <Menu label={t("person-menu", { name })} face={face} class="person-button" onOpen={() => entries ?? void fetchEntries()}>
      {entries && <entries.Entries />}
    </Menu>
  );
}
