// What an author sees of a save: the page changes where it is, or what is wrong stands over it.
import { make, place } from "./dom";
import { count, type Item } from "./shelf";

const longest = 8_000;
let told = "";

/** Puts what is wrong over the page, with links that open the editor. Warnings stand folded above it. Who folds it finds it folded until something else is wrong. */
export function report(item: Item): void {
  const found = item.findings.filter((finding) => finding.severity !== "note");
  const now = JSON.stringify([item.id, found]);
  if (now === told) return;
  told = now;
  const errors = count(found, "error");
  const box = place("findings");
  box.hidden = found.length === 0;
  box.classList.toggle("mild", errors === 0);
  place<HTMLDetailsElement>("findings-open").open = errors > 0;
  const many = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
  const what =
    errors > 0
      ? `${many(errors, "error")}; ${item.version > 0 ? "the last good version stays" : "there is nothing to show yet"}`
      : many(found.length, "warning");
  place("findings-what").textContent = what;
  place("findings-said").textContent = errors > 0 ? what : "";
  place("findings-list").replaceChildren(
    ...found.map((finding) => {
      const entry = make("li");
      const where = `${finding.file}:${finding.line}:${finding.column}`;
      const inside =
        item.folder && finding.file.startsWith(`${item.name}/`)
          ? `${item.folder}/${finding.file.slice(item.name.length + 1)}`
          : null;
      entry.append(
        inside
          ? make("a", where, {
              href: `vscode://file${inside.startsWith("/") ? "" : "/"}${encodeURI(inside)}:${finding.line}:${finding.column}`,
            })
          : make("span", where),
        make("p", `${finding.severity}: ${finding.message} ${finding.help}`),
      );
      return entry;
    }),
  );
}

/** Shows `next` in the place of the frames before it once it is drawn, so that nothing blinks; at the latest after some seconds. */
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
