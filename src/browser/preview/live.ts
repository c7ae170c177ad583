// Shows the result of a save to the author: the page is updated in place, or the problems are shown over it.
import { make, place } from "./dom";
import { count, type Item } from "./workspace";

const longest = 8_000;
let shown = "";

/**
 * Shows the problems, with links that open the editor: errors over the page, warnings collapsed above it. A collapsed
 * list stays collapsed until the problems change.
 */
export function report(item: Item): void {
  const found = item.findings.filter((finding) => finding.severity !== "note");
  const now = JSON.stringify([item.id, found]);
  if (now === shown) return;
  shown = now;
  const errors = count(found, "error");
  const box = place("findings");
  box.hidden = found.length === 0;
  box.classList.toggle("mild", errors === 0);
  place<HTMLDetailsElement>("findings-open").open = errors > 0;
  const many = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
  const what =
    errors > 0
      ? `${many(errors, "error")}; ${item.version > 0 ? "showing the last good version" : "nothing to show yet"}`
      : many(found.length, "warning");
  place("findings-what").textContent = what;
  place("findings-said").textContent = errors > 0 ? what : "";
  place("findings-list").replaceChildren(
    ...found.map((finding) => {
      const entry = make("li");
      const position = `:${finding.line}:${finding.column}`;
      const where = `${finding.file}${position}`;
      const inside =
        item.folder && finding.file.startsWith(`${item.name}/`)
          ? `${item.folder}/${finding.file.slice(item.name.length + 1)}`
          : null;
      entry.append(
        inside
          ? make("a", where, {
              href: `vscode://file${inside.startsWith("/") ? "" : "/"}${encodeURI(inside)}${position}`,
            })
          : make("span", where),
        make("p", `${finding.severity}: ${finding.message} ${finding.help}`),
      );
      return entry;
    }),
  );
}

/** Replaces the previous frames by `next` once it is drawn, so that nothing flickers; after 8 seconds in any case. */
export function swap(next: HTMLIFrameElement, drawn: Promise<void>): void {
  next.classList.add("coming");
  const late = new Promise<void>((resolve) => setTimeout(resolve, longest));
  void Promise.race([drawn, late]).then(() => {
    if (!next.isConnected) return;
    next.classList.remove("coming");
    const hadFocus =
      document.activeElement instanceof HTMLIFrameElement && next.parentElement?.contains(document.activeElement);
    for (const before of [...(next.parentElement?.querySelectorAll("iframe") ?? [])]) {
      if (before === next) break;
      before.remove();
    }
    if (hadFocus) next.focus();
  });
}
