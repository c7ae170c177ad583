/** Every document of the page that can be looked into, from the outside in. A frame of another origin cannot. */
export function documents(of: Document = document): Document[] {
  const inside = [...of.querySelectorAll("iframe, frame")].flatMap((frame) => {
    try {
      const inner = (frame as HTMLIFrameElement).contentDocument;
      return inner ? documents(inner) : [];
    } catch {
      return [];
    }
  });
  return [of, ...inside];
}

/** The documents of what is played; the page of the LMS is none of them, a window that was opened is. */
export const played = (): Document[] => documents().filter(({ location }) => location.pathname !== "/lms");

export function isVisible(element: Element): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return element.getClientRects().length > 0 && style?.visibility !== "hidden" && Number(style?.opacity ?? 1) > 0.05;
}

export const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Looks again and again until there is something; null when there is nothing in time. */
export async function until<T>(look: () => T | null | undefined | false, milliseconds: number): Promise<T | null> {
  for (const end = performance.now() + milliseconds; ; await pause(15)) {
    const found = look();
    if (found) return found;
    if (performance.now() > end) return null;
  }
}

/** Says to the page that a field has another value. */
export function changed(field: Element): void {
  for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
}

/** Where the learner is, as far as it can be seen: the addresses of the inner documents, and the words in sight. */
export function placeNow(): { address: string; text: string } {
  const inner = played();
  const address = inner
    .map(({ location }) => `${location.pathname.split("/").pop() ?? ""}${location.hash}`)
    .filter((part) => part !== "blank")
    .join(" ");
  return { address: address.slice(0, 300), text: inner.map(wordsIn).join(" ").trim().slice(0, 1500) };
}

function wordsIn(of: Document): string {
  return (of.body?.innerText ?? "").replace(/\s+/g, " ").slice(0, 1500);
}
