/** Where the page is, by its hash: `#/` (home), `#/play/<id>`, `#/coordinator`. */
export type Route = { readonly view: "home" | "coordinator" } | { readonly view: "play"; readonly id: string };

export function here(): Route {
  const [, view, id] = location.hash.slice(1).split("/");
  if (view === "play" && id) return { view, id };
  return { view: view === "coordinator" ? view : "home" };
}

export const hrefOf = (route: Route): string => (route.view === "play" ? `#/play/${route.id}` : route.view === "home" ? "#/" : `#/${route.view}`);

export const onRoute = (moved: () => void): void => addEventListener("hashchange", moved);
