import { randomUUID } from "node:crypto";
import { stack } from "./stack.ts";

export type Language = "en" | "de";

export interface User {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  status: "active" | "deactivated" | "deleted";
  customerCount: number;
  version: number;
}

export interface Customer {
  id: string;
  email: string;
  firstName: string;
  lastName: string;
  gender: "female" | "male" | "diverse" | null;
  owner: { id: string; name: string; status: string } | null;
  version: number;
}

/** A group or a role. */
export interface Definition {
  id: string;
  name: string;
  version: number;
}

interface Asked {
  body?: unknown;
  /** The version that is changed, for `If-Match`. */
  version?: number;
  headers?: Record<string, string>;
}

/** How often something is asked that the store could not do because others were at the same place. */
const TRIES = 5;

/** A signed-in program that keeps the page's own rules; it prepares what a test is about to change in the page. */
export class Api {
  readonly cookie: { name: string; value: string };

  private constructor(cookie: { name: string; value: string }) {
    this.cookie = cookie;
  }

  static async signIn(email: string, password: string): Promise<Api> {
    const response = await request("POST", "/session", { body: { email, password } });
    const [name, value] = (response.headers.getSetCookie()[0] ?? "").split(";")[0]?.split("=", 2) ?? [];
    if (!response.ok || !name || !value) throw new Error(`${email} could not sign in: ${response.status}`);
    return new Api({ name, value });
  }

  async ask<Answer>(method: string, path: string, asked: Asked = {}): Promise<Answer> {
    const cookie = `${this.cookie.name}=${this.cookie.value}`;
    const key = randomUUID();
    for (let attempt = 1; ; attempt += 1) {
      const headers = { cookie, ...(method === "POST" || method === "PATCH" ? { "idempotency-key": key } : {}), ...asked.headers };
      const response = await request(method, path, { ...asked, headers });
      if (response.status === 503 && attempt < TRIES) continue;
      if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
      return (response.status === 204 ? undefined : await response.json()) as Answer;
    }
  }

  async groups(): Promise<{ id: string; name: string }[]> {
    return (await this.ask<{ items: { id: string; name: string }[] }>("GET", "/groups")).items;
  }

  createRole(name: string, rules: { effect: string; permission: string }[]): Promise<Definition> {
    return this.ask("POST", "/roles", { body: { name, rules } });
  }

  createGroup(name: string, roles: string[]): Promise<Definition> {
    return this.ask("POST", "/groups", { body: { name, roles } });
  }

  /** Deletes a group or a role, of whatever version it is, if it is still there. */
  async discard(list: "groups" | "roles", name: string): Promise<void> {
    const { items } = await this.ask<{ items: Definition[] }>("GET", `/${list}`);
    const found = items.find((item) => item.name === name);
    if (found) await this.ask("DELETE", `/${list}/${found.id}`, { version: found.version });
  }

  user(id: string): Promise<User> {
    return this.ask("GET", `/users/${id}`);
  }

  deactivate(user: User): Promise<User> {
    return this.ask("POST", `/users/${user.id}/deactivate`, { version: user.version });
  }

  delete(user: User): Promise<User> {
    return this.ask("DELETE", `/users/${user.id}`, { version: user.version });
  }

  update(user: User, body: object): Promise<User> {
    return this.ask("PATCH", `/users/${user.id}`, { version: user.version, body });
  }

  putCustomer(id: string, body: object): Promise<Customer> {
    return this.ask("PUT", `/customers/${id}`, { body, headers: { "if-none-match": "*" } });
  }

  assign(userId: string, assign: string[], unassign: string[] = []): Promise<unknown> {
    return this.ask("PATCH", `/users/${userId}/customers`, { body: { assign, unassign } });
  }

  /** Whose customers they are, by id; read from an index, which may lag. */
  async assignedIds(userId: string): Promise<string[]> {
    const { items } = await this.ask<{ items: Customer[] }>("GET", `/users/${userId}/customers?limit=100`);
    return items.map(({ id }) => id).sort();
  }
}

function request(method: string, path: string, { body, version, headers }: Asked): Promise<Response> {
  const init: RequestInit = {
    method,
    headers: {
      ...(method === "GET" ? {} : { "x-requested-with": "backoffice" }),
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(version === undefined ? {} : { "if-match": `"${version}"` }),
      ...headers,
    },
  };
  if (body !== undefined) init.body = JSON.stringify(body);
  return fetch(`${stack.url}/api/v1${path}`, init);
}
