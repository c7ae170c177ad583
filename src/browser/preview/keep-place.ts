// Where somebody is on a page of a course, carried from one version of it to the next: how far it is scrolled, what has the focus, what is typed and chosen.

interface Kept {
  readonly top: number;
  readonly focus: string;
  readonly fields: readonly (readonly [key: string, value: string, checked: boolean])[];
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
const name = "preview place";

const keyOf = (field: Field): string => field.id || `${field.name}=${field.type === "radio" || field.type === "checkbox" ? field.value : ""}`;
const fieldsOf = (page: Document): Field[] => [...page.querySelectorAll<Field>("input:not([type=file]), textarea, select")];
const isTicked = (field: Field): boolean => "checked" in field && field.checked;

/** Ends the visit as if the page were left, and remembers where it was. The page stays to be seen. */
export function leavePlace(window: Window): void {
  const { document } = window;
  const focus = document.activeElement?.id ?? "";
  const kept: Kept = { top: window.scrollY, focus, fields: fieldsOf(document).map((field) => [keyOf(field), field.value, isTicked(field)]) };
  sessionStorage.setItem(name, JSON.stringify(kept));
  window.dispatchEvent(new PageTransitionEvent("pagehide", { persisted: false }));
}

/** Goes back to what was remembered, once. Fields that are no longer there, or have another value already, are left alone. */
export function takePlace(window: Window): void {
  const text = sessionStorage.getItem(name);
  if (!text) return;
  sessionStorage.removeItem(name);
  const kept = JSON.parse(text) as Kept;
  const { document } = window;
  const before = new Map(kept.fields.map(([key, value, checked]) => [key, { value, checked }]));
  for (const field of fieldsOf(document)) {
    const old = before.get(keyOf(field));
    if (!old || field.disabled || (field.value === old.value && isTicked(field) === old.checked)) continue;
    if ("checked" in field && (field.type === "radio" || field.type === "checkbox")) field.checked = old.checked;
    else field.value = old.value;
    for (const event of ["input", "change"]) field.dispatchEvent(new Event(event, { bubbles: true }));
  }
  if (kept.focus) document.getElementById(kept.focus)?.focus({ preventScroll: true });
  window.scrollTo(0, kept.top);
}
