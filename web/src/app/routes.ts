import type { ComponentType } from "preact";
import { parse } from "regexparam";
import { matchRoute } from "wouter-preact";
import { lazyView } from "./lazy-view.tsx";

interface Route {
  path: string;
  /** Given the parameters of the path as properties. */
  view: ComponentType<{ userId: string }>;
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
];

/** Whether a path leads to one of the page's views. */
export function isRoute(path: string): boolean {
  return path === "/" || ROUTES.some((route) => matchRoute(parse, route.path, path)[0]);
}
