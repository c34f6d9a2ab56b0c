import { beforeEach, expect, test, vi } from "vitest";
import { changeMembers, listMembers } from "../../../api/groups.ts";
import { Problem } from "../../../api/problem.ts";
import type { Member, MemberList } from "../../../api/types.ts";
import { everyMember, move } from "./move.ts";

vi.mock("../../../api/groups.ts", () => ({ changeMembers: vi.fn(), listMembers: vi.fn() }));

const people = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `u${at}` }) as Member);
const sent = () => vi.mocked(changeMembers).mock.calls.map(([group, body]) => ({ group, ...body }));
const keys = () => new Set(vi.mocked(changeMembers).mock.calls.map(([, , key]) => key));

/** A server that refuses calls about these users, with this code. */
function refuse(code: string, ...ids: string[]) {
  vi.mocked(changeMembers).mockImplementation(async (_, { add = [], remove = [] }) => {
    if ([...add, ...remove].some((id) => ids.includes(id))) throw new Problem({ code, status: 409 });
    return { added: add, removed: remove };
  });
}

beforeEach(() => {
  vi.resetAllMocks();
  refuse("none");
});

test("goes in calls of at most 25, each with a key of its own, and says how far it is", async () => {
  const progress: number[] = [];
  expect(await move(people(60), { to: "new", from: null }, (done) => progress.push(done))).toEqual([]);
  expect(sent().map(({ add }) => add?.length)).toEqual([25, 25, 10]);
  expect(sent().flatMap(({ add }) => add)).toEqual(people(60).map(({ id }) => id));
  expect(keys().size).toBe(3);
  expect(progress).toEqual([25, 50, 60]);
});

test("who changes groups joins the other one before they leave", async () => {
  await move(people(2), { to: "new", from: "old" }, () => {});
  expect(sent()).toEqual([
    { group: "new", add: ["u0", "u1"] },
    { group: "old", remove: ["u0", "u1"] },
  ]);
});

test("a refused call is sent again one by one, so that only those stay who have to", async () => {
  refuse("user_holds_more", "u1");
  const stayed = await move(people(3), { to: null, from: "old" }, () => {});
  expect(stayed.map(({ member, problem }) => [member.id, problem.code])).toEqual([["u1", "user_holds_more"]]);
  expect(sent().map(({ remove }) => remove)).toEqual([["u0", "u1", "u2"], ["u0"], ["u1"], ["u2"]]);
});

test("who could not join leaves nothing", async () => {
  refuse("too_many_groups_of_user", "u0");
  expect(await move(people(1), { to: "new", from: "old" }, () => {})).toHaveLength(1);
  expect(sent()).toEqual([{ group: "new", add: ["u0"] }]);
});

test("a refused call does not stop those after it", async () => {
  refuse("user_holds_more", "u3");
  const stayed = await move(people(30), { to: "new", from: null }, () => {});
  expect(stayed.map(({ member }) => member.id)).toEqual(["u3"]);
  expect(sent().at(-1)?.add).toHaveLength(5);
});

test("all members are read page by page", async () => {
  const pages = [{ items: people(2), next: "c1" }, { items: people(1), next: null }] as MemberList[];
  vi.mocked(listMembers).mockImplementation(async () => pages.shift() as MemberList);
  expect(await everyMember("old")).toHaveLength(3);
  expect(vi.mocked(listMembers).mock.calls.map(([, query]) => query)).toEqual([{ limit: 100 }, { limit: 100, cursor: "c1" }]);
});
