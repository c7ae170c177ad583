/** The element a page marks with `data-<name>`. */
export const place = <T extends HTMLElement = HTMLElement>(name: string): T => document.querySelector<T>(`[data-${name}]`) as T;

export const make = (tag: string, text = "", attributes: Readonly<Record<string, string>> = {}): HTMLElement => {
  const element = document.createElement(tag);
  element.textContent = text;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
};
