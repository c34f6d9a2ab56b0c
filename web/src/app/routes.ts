import type { ComponentType } from "preact";
import { parse } from "regexparam";
import { matchRoute } from "wouter-preact";
import { addresses } from "../navigation/addresses.ts";
import { can } from "../session/session.ts";
import { lazyView } from "./lazy-view.tsx";

interface Route {
  path: string;
  /** Given the parameters of the path as properties. */
  view: ComponentType<{ userId: string; groupId: string; roleId: string }>;
  /** The permissions without which there is nothing here for the person. */
  permissions: readonly string[];
}

/** The views for people who are signed in; the first path that matches wins. Each is fetched when it is needed. */
export const ROUTES: readonly Route[] = [
  { path: "/users", view: lazyView(() => import("../views/users/list.tsx"), ["users"]), permissions: ["users.read"] },
  {
    path: "/users/new",
    view: lazyView(() => import("../views/users/create.tsx"), ["users", "forms", "user-form"]),
    permissions: ["users.create"],
  },
  {
    path: "/users/:userId",
    view: lazyView(() => import("../views/users/edit.tsx"), ["users", "forms", "user-form", "user-edit"]),
    permissions: ["users.read"],
  },
  {
    path: "/users/:userId/delete",
    view: lazyView(() => import("../views/users/delete.tsx"), ["users", "user-delete"]),
    permissions: ["users.read", "users.delete"],
  },
  {
    path: "/users/:userId/customers",
    view: lazyView(() => import("../views/customers/assign.tsx"), ["users", "customers", "forms"]),
    permissions: ["users.read", "customers.read", "users.assign-customers"],
  },
  {
    path: "/groups",
    view: lazyView(() => import("../views/groups/list.tsx"), ["users", "rights"]),
    permissions: ["groups.read"],
  },
  {
    path: "/groups/new",
    view: lazyView(() => import("../views/groups/create.tsx"), ["users", "forms", "user-form", "rights"]),
    permissions: ["groups.create"],
  },
  {
    path: "/groups/:groupId",
    view: lazyView(() => import("../views/groups/edit.tsx"), ["users", "forms", "user-form", "user-edit", "rights", "members"]),
    permissions: ["groups.read"],
  },
  {
    path: "/groups/:groupId/delete",
    view: lazyView(() => import("../views/groups/delete.tsx"), ["users", "user-delete", "rights"]),
    permissions: ["groups.read", "groups.delete"],
  },
  {
    path: "/roles",
    view: lazyView(() => import("../views/roles/list.tsx"), ["users", "rights"]),
    permissions: ["roles.read"],
  },
  {
    path: "/roles/new",
    view: lazyView(() => import("../views/roles/create.tsx"), ["users", "forms", "user-form", "rights"]),
    permissions: ["roles.create"],
  },
  {
    path: "/roles/:roleId",
    view: lazyView(() => import("../views/roles/edit.tsx"), ["users", "forms", "user-form", "user-edit", "rights"]),
    permissions: ["roles.read"],
  },
  {
    path: "/roles/:roleId/delete",
    view: lazyView(() => import("../views/roles/delete.tsx"), ["users", "user-delete", "rights"]),
    permissions: ["roles.read", "roles.delete"],
  },
  {
    path: "/audit",
    view: lazyView(() => import("../views/audit/list.tsx"), ["users", "user-form", "customers", "rights", "sessions", "history", "audit"]),
    permissions: ["audit.read"],
  },
  {
    path: "/account",
    view: lazyView(() => import("../views/account/edit.tsx"), ["users", "forms", "user-form", "user-edit", "rights", "menu", "account"]),
    permissions: [],
  },
];

/** Where the page begins: the first section the person may read; without any, the Users List says that it is so. */
export function home(): string {
  const isSection = ({ path, permissions }: Route) => /^.\w+$/.test(path) && permissions.some(can);
  return ROUTES.find(isSection)?.path ?? addresses.users;
}

/** Whether a path leads to one of the page's views. */
export function isRoute(path: string): boolean {
  return path === "/" || ROUTES.some((route) => matchRoute(parse, route.path, path)[0]);
}
