import { make } from "./dom";

/** A link to a page of the course; the router handles its clicks. */
export function pageLink(id: string, title: string): HTMLAnchorElement {
  return make("a", { href: `#p-${id}`, "data-page-link": id }, title);
}
