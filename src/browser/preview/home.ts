import { make, place } from "./dom";
import { here, hrefOf } from "./router";
import { shelved } from "./shelf";

/** The courses and packages, as links, each with the number of its errors. */
export function showHome(): void {
  const route = here();
  place("items").replaceChildren(...shelved().items.map((item) => {
    const errors = item.findings.filter((finding) => finding.severity === "error").length;
    const link = make("a", item.title ?? item.name, { href: hrefOf({ view: "play", id: item.id }) });
    if (route.view === "play" && item.id === route.id) link.setAttribute("aria-current", "page");
    const entry = make("li");
    entry.append(link, make("small", errors > 0 ? ` ${errors} ${errors === 1 ? "error" : "errors"}` : ""));
    return entry;
  }));
}
