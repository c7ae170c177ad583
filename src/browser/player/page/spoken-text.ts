/** A text to read in one go. */
export interface Piece {
  /** The paragraph, item or cell that has it. */
  readonly element: HTMLElement;
  readonly text: string;
  readonly language: string;
}

/** Parts that nobody reads from top to bottom, or that are not there to be seen. */
const skipped =
  "[hidden], [aria-hidden='true'], .aside, header > .eyebrow, [data-later], template, script, style, svg, select, " +
  "textarea, audio, video, button:not(.term), [data-missing], [data-card-actions], [data-paper-tools], .actions, " +
  ".moves";

const isInline = (element: Element): boolean => /^(inline|contents|ruby)/.test(getComputedStyle(element).display);

/**
 * The visible texts in an element, in order: one piece per paragraph and language. An answer that is still closed is
 * not read.
 */
export function piecesIn(root: HTMLElement, language: string): Piece[] {
  const found: Piece[] = [];
  let whole = "";
  let at = { element: root, language };

  function flush(next: typeof at): void {
    const text = whole.replace(/\s+/g, " ").trim();
    if (/[\p{L}\p{N}]/u.test(text)) found.push({ ...at, text });
    whole = "";
    at = next;
  }

  function walk(element: HTMLElement, block: HTMLElement, spoken: string): void {
    for (const child of element.childNodes) {
      if (child instanceof Text) {
        if (at.element !== block || at.language !== spoken) flush({ element: block, language: spoken });
        whole += child.data;
      } else if (child instanceof Element) enter(child as HTMLElement, block, spoken);
    }
  }

  function enter(element: HTMLElement, block: HTMLElement, spoken: string): void {
    if (element.matches(skipped) || element.getClientRects().length === 0) return;
    if (element.matches("details:not([open]) > :not(summary)")) return;
    const inner = element.getAttribute("lang") ?? spoken;
    const alternative = element.getAttribute("alttext"); // of a formula
    if (alternative !== null) whole += ` ${alternative} `;
    else if (isInline(element)) walk(element, block, inner);
    else {
      flush({ element, language: inner });
      walk(element, element, inner);
      flush({ element: block, language: spoken });
    }
  }

  walk(root, root, root.closest("[lang]")?.getAttribute("lang") ?? language);
  flush(at);
  return found;
}
