/** The view, by the hash of the address: `#/` (home), `#/play/<id>`, `#/coordinator` or `#/coordinator/<id>`. */
export type Route =
  | { readonly view: "home" }
  | { readonly view: "coordinator"; readonly id?: string }
  | { readonly view: "play"; readonly id: string };

export function here(): Route {
  const [, view, id] = location.hash.slice(1).split("/");
  if (view === "play" && id) return { view, id };
  if (view === "coordinator") return id ? { view, id } : { view };
  return { view: "home" };
}

export const hrefOf = (route: Route): string =>
  route.view === "home" ? "#/" : `#/${route.view}${route.id ? `/${route.id}` : ""}`;

export const onRoute = (moved: () => void): void => addEventListener("hashchange", moved);
