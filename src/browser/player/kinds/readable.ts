/** The text of an element, with each formula in one line of text. */
export function readable(element: Element | null): string {
  const copy = element?.cloneNode(true) as Element | undefined;
  for (const formula of copy?.querySelectorAll("math") ?? [])
    formula.replaceWith(formula.getAttribute("alttext") ?? "");
  return copy?.textContent?.trim() ?? "";
}
