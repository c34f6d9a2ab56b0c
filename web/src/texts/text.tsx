import { cloneElement, isValidElement, type ComponentChild, type VNode } from "preact";
import { spoken } from "./language.ts";

/** What a message takes: names and addresses as text, counts as numbers. */
export type Args = Record<string, string | number>;

/** A message kept to be formatted when it is drawn, so that it changes language with the page. */
export interface Message {
  id: string;
  args?: Args;
}

/** Formats a message as plain text: for attributes, titles and options. In the flow of the page, use `<Text>`. */
export function t(id: string, args?: Args): string {
  const bundle = spoken.value?.bundle;
  const pattern = bundle?.getMessage(id)?.value;
  if (!bundle || !pattern) {
    if (bundle) console.error(`No message ${id}`);
    return id;
  }
  return bundle.formatPattern(pattern, args, null);
}

export function hasText(id: string): boolean {
  return spoken.value?.bundle.hasMessage(id) ?? false;
}

/** The first of several messages that the catalogues have: from the special to the general. */
export function firstText(ids: readonly string[], args?: Args): string {
  return t(ids.find(hasText) ?? ids.at(-1) ?? "", args);
}

type Slot = string | number | VNode;

/** Stand for an element in a formatted message; the characters are for private use, no text contains them. */
const OPEN = "\ue000";
const CLOSE = "\ue001";
const SLOT = /\ue000(\d+)\ue001/;

/**
 * A message in the flow of the page. Text arguments are data and are drawn inside `<bdi>`; an argument can also be an
 * element, such as a link around a name.
 *
 *     <Text id="user-created" name={<Link href={…}>{user.email}</Link>} />
 */
export function Text({ id, ...slots }: { id: string } & Record<string, Slot>) {
  const args: Args = {};
  const drawn: VNode[] = [];
  for (const [name, value] of Object.entries(slots)) {
    if (typeof value === "number") {
      args[name] = value;
      continue;
    }
    args[name] = `${OPEN}${drawn.length}${CLOSE}`;
    drawn.push(isValidElement(value) ? value : <bdi>{value}</bdi>);
  }
  const parts = t(id, args).split(SLOT);
  return <>{parts.map((part, at): ComponentChild => (at % 2 === 0 ? part : keyed(drawn[Number(part)], at)))}</>;
}

/** Draws a kept message. */
export function MessageText({ message }: { message: Message }) {
  return <Text {...message.args} id={message.id} />;
}

function keyed(node: VNode | undefined, key: number): ComponentChild {
  return node ? cloneElement(node, { key }) : null;
}
