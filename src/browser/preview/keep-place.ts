// Where somebody is on a page of a course, carried from one version of it to the next: how far it is scrolled, what has the focus, what is typed and chosen.

interface Kept {
  readonly top: number;
  readonly focus: string;
  readonly fields: readonly (readonly [key: string, value: string, checked: boolean])[];
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const name = "preview place";
/** Milliseconds to wait for fields that may be gone for good. */
const patience = 700;

const keyOf = (field: Field): string => field.id || `${field.name}=${field.type === "radio" || field.type === "checkbox" ? field.value : ""}`;
const fieldsOf = (page: Document): Field[] => [...page.querySelectorAll<Field>("input:not([type=file]), textarea, select")];
const isTicked = (field: Field): boolean => "checked" in field && field.checked;

/** Ends the visit as if the page were left, and remembers where it was. The page stays to be seen. */
export function leavePlace(window: Window): void {
  const { document } = window;
  const focus = document.activeElement?.id ?? "";
  const kept: Kept = { top: window.scrollY, focus, fields: fieldsOf(document).filter((field) => field.offsetParent !== null).map((field) => [keyOf(field), field.value, isTicked(field)]) };
  sessionStorage.setItem(name, JSON.stringify(kept));
  window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: false }));
}

/**
 * Goes back to what was remembered, once. A page of a later module comes with a file of its own: its fields are waited for, but not for long. Fields that are no
 * longer there, or have another value already, are left alone.
 */
export async function takePlace(window: Window): Promise<void> {
  const text = sessionStorage.getItem(name);
  if (!text) return;
  sessionStorage.removeItem(name);
  const kept = JSON.parse(text) as Kept;
  const { document } = window;
  const wanted = new Map(kept.fields.map(([key, value, checked]) => [key, { value, checked }]));
  const isThere = (): boolean => {
    const keys = new Set(fieldsOf(document).map(keyOf));
    return [...wanted.keys()].every((key) => keys.has(key));
  };
  for (const end = performance.now() + patience; !isThere() && performance.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 10));
  for (const field of fieldsOf(document)) {
    const old = wanted.get(keyOf(field));
    if (!old || field.disabled || (field.value === old.value && isTicked(field) === old.checked)) continue;
    if ("checked" in field && (field.type === "radio" || field.type === "checkbox")) field.checked = old.checked;
    else field.value = old.value;
    for (const event of ["input", "change"]) field.dispatchEvent(new Event(event, { bubbles: true }));
  }
  if (kept.focus) document.getElementById(kept.focus)?.focus({ preventScroll: true });
  window.scrollTo(0, kept.top);
}
