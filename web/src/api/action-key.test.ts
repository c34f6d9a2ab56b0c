import { expect, test } from "vitest";
import { ActionKey } from "./action-key.ts";
import { Problem } from "./problem.ts";

const lost = () => Promise.reject(new Problem({ code: "offline" }));
const refused = () => Promise.reject(new Problem({ code: "email_taken", status: 409 }));

async function keyOf(key: ActionKey, content: unknown, send: () => Promise<unknown> = () => Promise.resolve()) {
  let used = "";
  await key.run(content, (id) => ((used = id), send())).catch(() => {});
  return used;
}

test("the same content after an unknown outcome is the same action", async () => {
  const key = new ActionKey();
  const first = await keyOf(key, { email: "a" }, lost);
  expect(await keyOf(key, { email: "a" })).toBe(first);
});

test("other content is another action", async () => {
  const key = new ActionKey();
  const first = await keyOf(key, { email: "a" }, lost);
  expect(await keyOf(key, { email: "b" })).not.toBe(first);
});

test("after an answer, whatever it says, sending again is another action", async () => {
  const key = new ActionKey();
  const first = await keyOf(key, { email: "a" }, refused);
  const second = await keyOf(key, { email: "a" });
  expect(second).not.toBe(first);
  expect(await keyOf(key, { email: "a" })).not.toBe(second);
});
