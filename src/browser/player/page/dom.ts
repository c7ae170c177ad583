/**
 * A place in the page, found by its data- attribute. A theme may leave a place out: then what goes there goes nowhere,
 * and the rest of the course works on.
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

let life = new AbortController();

/** Listens for as long as the course stands in this language: what it is told goes with its page. */
export function on(target: EventTarget, type: string, listener: (event: Event) => void): void {
  target.addEventListener(type, listener, { signal: life.signal });
}

/** Ends all listening, also to window and document, before the page is made anew. */
export function endListening(): void {
  life.abort();
  life = new AbortController();
}

export const press = (target: HTMLElement, listener: (event: Event) => void): void => on(target, "click", listener);

export function button(label: string, pressed: () => void, attributes: Record<string, string> = {}): HTMLButtonElement {
  const element = make("button", { type: "button", ...attributes }, label);
  press(element, pressed);
  return element;
}

/** A link to a page of the course; the router listens for it. */
export function pageLink(id: string, title: string): HTMLAnchorElement {
  return make("a", { href: `#p-${id}`, "data-page-link": id }, title);
}

const svg = "http://www.w3.org/2000/svg";

/** Always beside words: an icon alone says nothing to a screen reader. */
export function icon(name: string): SVGSVGElement {
  const element = document.createElementNS(svg, "svg");
  element.setAttribute("class", "icon");
  element.setAttribute("aria-hidden", "true");
  element.appendChild(document.createElementNS(svg, "use")).setAttribute("href", `#i-${name}`);
  return element;
}

/** Moves the focus without a jump, then shows the start of what has it. */
export function arrive(focus: HTMLElement | null | undefined, top?: HTMLElement): void {
  focus?.focus({ preventScroll: true });
  if (top) top.scrollIntoView();
  else scrollTo(0, 0);
}
