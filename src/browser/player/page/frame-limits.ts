import { arrive, button, make, on, place } from "./dom";
import { focusOn } from "../kinds/focus";
import type { Words } from "./contract";

// Some LMSs forbid a frame to open windows, print or save files (the sandbox attribute). Then these functions show the
// page in the same frame, or say what to do instead.

const usual = 700;

/** Shows a sentence after a button or link, once. */
function tell(at: HTMLElement, text: string): void {
  if (!at.nextElementSibling?.matches(".missing")) at.after(make("p", { class: "missing", role: "alert" }, text));
}

/** Prints. Browsers report nothing if the frame must not print, but then the event before printing is missing. */
export function printPage(words: Words, at: HTMLElement, otherwise?: () => void): void {
  let prints = false;
  const seen = (): void => {
    prints = true;
    removeEventListener("beforeprint", seen);
  };
  addEventListener("beforeprint", seen);
  print();
  setTimeout(() => {
    if (prints) return;
    tell(at, words("blocked_print"));
    otherwise?.();
  }, usual);
}

/** Whether all frames around the course allow something. A frame of another origin hides that: then it is false. */
function isAllowed(token: string): boolean {
  for (let at: Window = window; at !== at.parent; at = at.parent) {
    try {
      const frame = at.frameElement as HTMLIFrameElement;
      if (frame.hasAttribute("sandbox") && !frame.sandbox.contains(token)) return false;
    } catch {
      return false;
    }
  }
  return true;
}

/** Shows a page of the package in the place of the current one, until the learner goes back. */
function showHere(words: Words, link: HTMLAnchorElement): void {
  const page = document.querySelector<HTMLElement>(".page:not([hidden])");
  const title = link.textContent?.trim() ?? "";
  const heading = make("h1", { tabindex: "-1" }, title);
  const back = button(words("blocked_back"), () => {
    shown.remove();
    if (page) page.hidden = false;
    focusOn(link.getClientRects().length > 0 ? link : page?.querySelector("h1"));
  });
  const shown = make("section", { class: "page" }, heading, back, make("iframe", { src: link.href, title }));
  if (page) page.hidden = true;
  place("pages-here").append(shown);
  arrive(heading);
}

/** Makes the links work that open a window, an application or a file, where the frame may forbid that. */
export function prepareLinks(words: Words): void {
  if (window === window.parent) return;
  on(document, "click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]");
    const { ctrlKey, metaKey, shiftKey } = event as MouseEvent;
    if (!link || link.dataset.pageLink !== undefined || ctrlKey || metaKey || shiftKey) return;
    if (link.target === "_blank") {
      event.preventDefault();
      const opened = open(link.href, "_blank");
      if (opened) opened.opener = null;
      else if (link.origin === location.origin) showHere(words, link);
      else tell(link, words("blocked_link", { address: link.href }));
    } else if (link.hasAttribute("download")) {
      if (!isAllowed("allow-downloads")) tell(link, words("blocked_file", { name: link.download }));
    } else if (/^(tel|mailto):/.test(link.protocol)) {
      if (!isAllowed("allow-popups")) tell(link, words("blocked_link", { address: decodeURIComponent(link.pathname) }));
    }
  });
}
