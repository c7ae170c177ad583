/** All accessible documents of the page, outermost first. Cross-origin frames are not accessible. */
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

/** The documents of the course: all but the page of the LMS. */
export const played = (): Document[] => documents().filter(({ location }) => location.pathname !== "/lms");

export function isVisible(element: Element): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return element.getClientRects().length > 0 && style?.visibility !== "hidden" && Number(style?.opacity ?? 1) > 0.05;
}

export const pause = (milliseconds: number): Promise<void> => new Promise((done) => setTimeout(done, milliseconds));

/** Polls until `look` returns something; null after the time is up. */
export async function until<T>(look: () => T | null | undefined | false, milliseconds: number): Promise<T | null> {
  for (const end = performance.now() + milliseconds; ; await pause(15)) {
    const found = look();
    if (found) return found;
    if (performance.now() > end) return null;
  }
}

/** Fires the events of a changed field. */
export function changed(field: Element): void {
  for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
}

/** The visible position in the course: the addresses of the inner documents, and the visible text. */
export function placeNow(): { address: string; text: string } {
  const inner = played();
  const address = inner
    .map(({ location }) => `${location.pathname.split("/").pop() ?? ""}${location.hash}`)
    .filter((part) => part !== "blank")
    .join(" ");
  return { address: address.slice(0, 300), text: inner.map(wordsIn).join(" ").trim().slice(0, 1500) };
}

/** The visible words; for a document without words, a mark if it shows pictures, videos or drawings. */
function wordsIn(of: Document): string {
  const words = (of.body?.innerText ?? "").replace(/\s+/g, " ").trim().slice(0, 1500);
  if (words) return words;
  return [...of.querySelectorAll(shows)].some(isVisible) ? "(picture)" : "";
}

const shows = "img, svg, canvas, video, object, embed, input, button";

/** Whether every accessible document of the course is loaded. */
export function isLoaded(): boolean {
  const [first, second] = played();
  // In a nested launch the outer document is empty but for the course's frame.
  const course = first?.location.href === "about:blank" ? (second ?? first) : first;
  return (
    document.querySelector("iframe") !== null &&
    !isBlank(course) &&
    documents().every(({ readyState }) => readyState === "complete")
  );
}

/** Whether a frame still shows the empty document that precedes its page. */
const isBlank = (of: Document | undefined): boolean =>
  of?.location.href === "about:blank" && of.body?.childElementCount === 0;
