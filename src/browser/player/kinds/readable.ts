/** True in the scripts of courses with formulas, which are bundled twice (scripts.mjs). */
declare const FORMULAS: boolean;

/**
 * Returns an element to take the text of: a copy in which formulas are lines of text, as their parts alone are not
 * readable; in a course without formulas the element itself.
 */
export function readable<T extends Element | null>(element: T): T {
  if (FORMULAS) return withWords(element);
  return element;
}

function withWords<T extends Element | null>(element: T): T {
  const copy = element?.cloneNode(true) as T;
  for (const formula of copy?.querySelectorAll("math") ?? [])
    formula.replaceWith(formula.getAttribute("alttext") ?? "");
  return copy;
}
