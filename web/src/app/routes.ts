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
];

/** Whether a path leads to one of the page's views. */
export function isRoute(path: string): boolean {
  return path === "/" || ROUTES.some((route) => matchRoute(parse, route.path, path)[0]);
}
