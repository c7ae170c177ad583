import { covered } from "../kinds/focus";

/**
 * Finds an element of the page by its data- attribute. A theme may omit it: then a detached element is returned, so
 * that the rest of the course still works.
 */
export function place<T extends HTMLElement = HTMLElement>(name: string, root: ParentNode = document): T {
  return root.querySelector<T>(`[data-${name}]`) ?? (document.createElement("button") as HTMLElement as T);
}

export const all = <T extends HTMLElement = HTMLElement>(selector: string, root: ParentNode = document): T[] => [
  ...root.querySelectorAll<T>(selector),
];

export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

let listening: (() => void)[] = [];

/**
 * Adds a listener that is removed when the page is rebuilt in another language. `isFirst`: before those of the elements
 * inside.
 */
export function on(target: EventTarget, type: string, listener: (event: Event) => void, isFirst = false): void {
  target.addEventListener(type, listener, isFirst);
  if (!(target instanceof Element)) listening.push(() => target.removeEventListener(type, listener, isFirst));
}

/** Removes the listeners of window and document before the page, with all others, is rebuilt. */
export function endListening(): void {
  for (const end of listening) end();
  listening = [];
}

export const press = (target: HTMLElement, listener: (event: Event) => void): void => on(target, "click", listener);

export function button(label: string, pressed: () => void, attributes: Record<string, string> = {}): HTMLButtonElement {
  const element = make("button", { type: "button", ...attributes }, label);
  press(element, pressed);
  return element;
}

const svg = "http://www.w3.org/2000/svg";

/** An icon. Always add text: screen readers skip the icon. */
export function icon(name: string): SVGSVGElement {
  const element = document.createElementNS(svg, "svg");
  element.setAttribute("class", "icon");
  element.setAttribute("aria-hidden", "true");
  element.appendChild(document.createElementNS(svg, "use")).setAttribute("href", `#i-${name}`);
  return element;
}

/** Moves the focus without scrolling, then scrolls this window to `top`, or to the start of the page. */
export function arrive(focus: HTMLElement | null | undefined, top?: HTMLElement): void {
  focus?.focus({ preventScroll: true });
  scrollTo(0, top ? scrollY + top.getBoundingClientRect().top - covered(document.documentElement) : 0);
}
