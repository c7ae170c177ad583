import { focusOn } from "../kinds/focus";
import type { SearchTools } from "./contract";

const most = 12;
const around = 60;

/** Removes accents and capitals. Keeps the number of characters, so that positions in both texts are the same. */
const plain = (text: string): string =>
  [...text].map((letter) => letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().charAt(0) || letter).join("");

/** Activates the full-text search in the menu. The index is loaded when it is first used. */
export function search({ root, bringWords, link, words }: SearchTools): void {
  const form = root.querySelector<HTMLFormElement>("[data-search]");
  const field = form?.querySelector("input");
  const said = form?.querySelector("[data-search-count]");
  const list = form?.querySelector("[data-search-results]");
  if (!form || !field || !said || !list) return;
  const button = document.createElement("button");
  button.type = "submit";
  button.setAttribute("aria-label", form.querySelector("label")?.textContent ?? "");
  button.innerHTML = '<svg class="icon turns" aria-hidden="true"><use href="#i-next"/></svg>';
  field.after(button);
  form.hidden = false;
  let known: ReturnType<typeof prepare> | null = null;

  const prepare = async () =>
    (await bringWords()).pages.map((page) => ({ ...page, plain: plain(page.words), plainTitle: plain(page.title) }));

  async function find(): Promise<void> {
    const asked = plain(field?.value.trim() ?? "")
      .split(/\s+/)
      .filter((word) => word.length > 1);
    if (asked.length === 0) return show([]);
    known ??= prepare();
    try {
      const pages = await known;
      const starts = (text: string, word: string): number =>
        ` ${text}`.search(new RegExp(`[^\\p{L}\\p{N}]${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`, "u"));
      const found = pages
        .filter((page) => asked.every((word) => starts(page.plainTitle, word) >= 0 || starts(page.plain, word) >= 0))
        .sort(
          (a, b) =>
            Number(starts(b.plainTitle, asked[0] ?? "") >= 0) - Number(starts(a.plainTitle, asked[0] ?? "") >= 0),
        );
      show(
        found.slice(0, most).map((page) => {
          const item = document.createElement("li");
          const at = Math.max(0, starts(page.plain, asked[0] ?? ""));
          const extract = document.createElement("small");
          const from = Math.max(0, at - around);
          const words = page.words.slice(from, at + around).split(" ");
          extract.textContent = `${from > 0 ? "… " : ""}${words.slice(from > 0 ? 1 : 0, -1).join(" ")} …`;
          item.append(link(page.id, page.title), extract);
          return item;
        }),
        found.length,
      );
    } catch {
      known = null; // try again next time
      show([]);
      if (said) said.textContent = words("search_failed");
    }
  }

  function show(items: HTMLElement[], count = 0): void {
    list?.replaceChildren(...items);
    if (said) said.textContent = field?.value.trim() ? words("found", { n: count }) : "";
  }

  let pause = 0;
  field.addEventListener("input", () => {
    clearTimeout(pause);
    pause = window.setTimeout(() => void find(), 250);
  });
  // A frame may be forbidden to submit a form.
  const findNow = (event: Event): void => {
    event.preventDefault();
    if (!field.value.trim()) focusOn(field);
    void find();
  };
  button.addEventListener("click", findNow);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") findNow(event);
  });
}
