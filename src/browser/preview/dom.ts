/** The element with the attribute `data-<name>`. */
export const place = <T extends HTMLElement = HTMLElement>(name: string): T =>
  document.querySelector<T>(`[data-${name}]`) as T;

export const make = (tag: string, text = "", attributes: Readonly<Record<string, string>> = {}): HTMLElement => {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};

const longest = 600;

/** Appends a text with line breaks allowed after dots and underscores. A long text is cut, with its length added. */
export function write(element: HTMLElement, text: string): HTMLElement {
  const shown = text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text;
  for (const [at, piece] of shown.split(/(?<=[._(])(?=\w)/).entries())
    element.append(...(at > 0 ? [document.createElement("wbr")] : []), piece);
  return element;
}
