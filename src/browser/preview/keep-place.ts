// Carries the position on a page to the next version of the course: scroll position, focus, and input.

interface Kept {
  readonly top: number;
  readonly focus: string;
  /** Pixels from the top of the window to the focused element. */
  readonly focusTop: number;
  readonly fields: readonly (readonly [key: string, value: string, checked: boolean])[];
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const name = "preview place";

const keyOf = (field: Field): string =>
  field.id || `${field.name}=${field.type === "radio" || field.type === "checkbox" ? field.value : ""}`;
const fieldsOf = (page: Document): Field[] => [
  ...page.querySelectorAll<Field>("input:not([type=file]), textarea, select"),
];
const seen = (page: Document): Field[] => fieldsOf(page).filter((field) => field.offsetParent !== null);
const isField = (element: Element): element is Field => element.matches("input, textarea, select");
const topOf = (element: Element): number => element.getBoundingClientRect().top;
const isTicked = (field: Field): boolean => "checked" in field && field.checked;

/** Saves the position and ends the visit as if the page were closed. The page stays visible. */
export function leavePlace(windows: readonly Window[]): void {
  const kept = windows.map((window): Kept => {
    const fields = seen(window.document).map((field) => [keyOf(field), field.value, isTicked(field)] as const);
    const focused = window.document.activeElement;
    const focus = focused && isField(focused) ? keyOf(focused) : (focused?.id ?? "");
    return { top: window.scrollY, focus, focusTop: focused ? topOf(focused) : 0, fields };
  });
  sessionStorage.setItem(name, JSON.stringify(kept));
  for (const window of windows) window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: false }));
}

/** Uses of the page that end `hold`: from then on the reader decides. */
const uses = ["wheel", "touchstart", "pointerdown", "keydown"] as const;

/**
 * Sets the focus, and scrolls to where it was in the window, repeatedly for half a second: the page may still be
 * starting, text above may change its height, or the previous frame may take the focus.
 */
function hold(focus: HTMLElement, top: number): void {
  const page = focus.ownerDocument;
  let left = 20;
  const stop = (): void => void (left = -1);
  for (const use of uses) page.defaultView?.addEventListener(use, stop, { once: true, passive: true });
  const again = (): void => {
    if (left < 0) return;
    if (page.activeElement === page.body) focus.focus({ preventScroll: true });
    if (Math.abs(topOf(focus) - top) >= 1) page.defaultView?.scrollBy(0, topOf(focus) - top);
    if (left-- > 0 && focus.isConnected) setTimeout(again, 25);
  };
  again();
}

/** Restores the saved position once. Fields that no longer exist are ignored. */
function takePlace(windows: readonly Window[]): void {
  const text = sessionStorage.getItem(name);
  if (!text) return;
  sessionStorage.removeItem(name);
  (JSON.parse(text) as Kept[]).forEach((kept, at) => {
    const window = windows[at];
    if (!window) return;
    const before = new Map(kept.fields.map(([key, value, checked]) => [key, { value, checked }]));
    for (const field of fieldsOf(window.document)) {
      const old = before.get(keyOf(field));
      if (!old || field.disabled || (field.value === old.value && isTicked(field) === old.checked)) continue;
      if ("checked" in field && (field.type === "radio" || field.type === "checkbox")) field.checked = old.checked;
      else field.value = old.value;
      for (const event of ["input", "change"]) field.dispatchEvent(new Event(event, { bubbles: true }));
    }
    const focus = kept.focus
      ? (fieldsOf(window.document).find((field) => keyOf(field) === kept.focus) ??
        window.document.getElementById(kept.focus))
      : null;
    window.scrollTo(0, kept.top);
    if (focus) hold(focus, kept.focusTop);
  });
}

/** Whether all fields that were visible are visible again: then the page's program has prepared them. */
function isThere(windows: readonly Window[]): boolean {
  const kept = JSON.parse(sessionStorage.getItem(name) ?? "[]") as Kept[];
  return kept.every(({ fields }, at) => {
    const keys = new Set(windows[at] ? seen(windows[at].document).map(keyOf) : []);
    return fields.every(([key]) => keys.has(key));
  });
}

/** Milliseconds between two checks, and most checks: content may never load, or go to another site. */
const pause = 4;
const mostLooks = 5_000;
const patience = 150;

/**
 * Waits until content has loaded, restores the position of the previous version, and calls `drawn` once it is visible.
 */
export function arrive(windows: () => readonly Window[], drawn: () => void, left = mostLooks, waited = 0): void {
  const all = windows();
  const loads =
    all.length === 0 ||
    all.some(({ document }) => document.readyState !== "complete") ||
    all[all.length - 1]?.location.href === "about:blank";
  if (loads && left > 0) setTimeout(() => arrive(windows, drawn, left - 1), pause);
  // The page may be in a later module, which is loaded separately: wait for its fields, but not for long.
  else if (!loads && !isThere(all) && waited < patience)
    setTimeout(() => arrive(windows, drawn, left, waited + 1), pause);
  if (loads || (!isThere(all) && waited < patience)) return;
  takePlace(all);
  // Wait two frames: the first callback runs before the page is drawn.
  requestAnimationFrame(() => requestAnimationFrame(drawn));
}
