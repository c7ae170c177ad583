// Outline of a page as a screen reader presents it: landmarks, headings, controls, images and live regions, with names
// and states. Implements HTML-AAM and the accessible name computation in part: enough to review a page, not to certify
// it.
import { limits, type OutlineLine } from "./messages";

const roles: Readonly<Record<string, string>> = {
  main: "main",
  nav: "navigation",
  aside: "complementary",
  search: "search",
  a: "link",
  area: "link",
  button: "button",
  summary: "button",
  textarea: "text field",
  progress: "progress bar",
  meter: "meter",
  table: "table",
  ul: "list",
  ol: "list",
  menu: "list",
  dl: "list",
  dialog: "dialog",
  fieldset: "group",
  details: "group",
  figure: "figure",
  iframe: "frame",
  frame: "frame",
  video: "video",
  audio: "audio",
  output: "status",
  img: "image",
  svg: "image",
  math: "formula",
  canvas: "image",
  h1: "heading",
  h2: "heading",
  h3: "heading",
  h4: "heading",
  h5: "heading",
  h6: "heading",
};
const inputs: Readonly<Record<string, string>> = {
  checkbox: "checkbox",
  radio: "radio button",
  range: "slider",
  number: "spin button",
  button: "button",
  submit: "button",
  reset: "button",
  image: "button",
  search: "search field",
  hidden: "",
};
const said: Readonly<Record<string, string>> = {
  textbox: "text field",
  radio: "radio button",
  img: "image",
  presentation: "",
  none: "",
  generic: "",
  listitem: "",
  paragraph: "",
  progressbar: "progress bar",
  searchbox: "search field",
};
const landmarks: readonly string[] = [
  "main",
  "navigation",
  "complementary",
  "search",
  "banner",
  "contentinfo",
  "region",
  "form",
];
const named: readonly string[] = [
  "heading",
  "link",
  "button",
  "checkbox",
  "radio button",
  "tab",
  "menuitem",
  "option",
  "switch",
  "menuitemcheckbox",
  "menuitemradio",
  "treeitem",
];
const whole: readonly string[] = [
  "button",
  "checkbox",
  "radio button",
  "image",
  "text field",
  "combobox",
  "list box",
  "slider",
  "spin button",
  "progress bar",
  "meter",
  "video",
  "audio",
  "frame",
  "formula",
  "switch",
  "tab",
];
const mostElements = 20_000;

const squeeze = (text: string, most = 300): string => text.replace(/\s+/g, " ").trim().slice(0, most);
const isHidden = (element: Element): boolean =>
  element.getAttribute("aria-hidden") === "true" ||
  /^(script|style|template|noscript|head|link|meta)$/.test(element.localName) ||
  element.hasAttribute("inert") ||
  (typeof element.checkVisibility === "function" && !element.checkVisibility({ visibilityProperty: true }));

/** Text of a node, with images by their names. */
function spoken(node: Node, left = 8): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? "";
  if (!(node.nodeType === Node.ELEMENT_NODE) || left === 0) return "";
  const element = node as Element;
  if (isHidden(element)) return "";
  const label =
    element.getAttribute("aria-label") ?? (element.localName === "img" ? element.getAttribute("alt") : null);
  return (
    label ??
    [...element.childNodes]
      .slice(0, 200)
      .map((child) => spoken(child, left - 1))
      .join(" ")
  );
}

function nameOf(element: Element, role: string): string {
  const by = (element.getAttribute("aria-labelledby") ?? "")
    .split(/\s+/)
    .map((id) => (id && element.ownerDocument.getElementById(id)?.textContent) || "")
    .join(" ");
  const labels = (element as HTMLInputElement).labels;
  const inside = { fieldset: "legend", table: "caption", figure: "figcaption", svg: "title" }[element.localName];
  return (
    squeeze(by) ||
    squeeze(element.getAttribute("aria-label") ?? "") ||
    squeeze([...(labels ?? [])].map((label) => spoken(label)).join(" ")) ||
    squeeze(element.getAttribute("alt") ?? "") ||
    squeeze((inside && element.querySelector(`:scope > ${inside}`)?.textContent) || "") ||
    (named.includes(role)
      ? squeeze(element.localName === "input" ? (element as HTMLInputElement).value : spoken(element))
      : "") ||
    squeeze(element.getAttribute("title") ?? element.getAttribute("placeholder") ?? "")
  );
}

function roleOf(element: Element): string {
  const own = element.getAttribute("role")?.trim().split(/\s+/)[0];
  if (own) return said[own] ?? own;
  const tag = element.localName;
  if (tag === "input") return inputs[(element as HTMLInputElement).type] ?? "text field";
  if (tag === "select")
    return (element as HTMLSelectElement).multiple || (element as HTMLSelectElement).size > 1 ? "list box" : "combobox";
  if (tag === "header" || tag === "footer")
    return element.closest("article,aside,main,nav,section") ? "" : tag === "header" ? "banner" : "contentinfo";
  if (tag === "section") return nameOf(element, "") ? "region" : "";
  if (tag === "form") return nameOf(element, "") ? "form" : "";
  if ((tag === "a" || tag === "area") && !element.hasAttribute("href")) return "";
  if (tag === "img" && element.getAttribute("alt") === "") return "";
  if (tag === "svg" && !nameOf(element, "image")) return "";
  return roles[tag] ?? "";
}

const words: readonly (readonly [attribute: string, yes: string, no: string])[] = [
  ["aria-expanded", "expanded", "collapsed"],
  ["aria-pressed", "pressed", "not pressed"],
  ["aria-selected", "selected", "not selected"],
  ["aria-checked", "checked", "not checked"],
  ["aria-disabled", "disabled", ""],
  ["aria-required", "required", ""],
  ["aria-invalid", "invalid", ""],
  ["aria-modal", "modal", ""],
];

function statesOf(element: Element, role: string): string {
  const field = element as HTMLInputElement;
  const level = element.getAttribute("aria-level") ?? /^h([1-6])$/.exec(element.localName)?.[1];
  const live = element.getAttribute("aria-live") ?? { alert: "assertive", status: "polite", log: "polite" }[role];
  const current = element.getAttribute("aria-current");
  const described = (element.getAttribute("aria-describedby") ?? "")
    .split(/\s+/)
    .map((id) => (id && element.ownerDocument.getElementById(id)?.textContent) || "")
    .join(" ");
  return [
    role === "heading" ? `level ${level ?? "2"}` : "",
    role === "list" ? `${element.querySelectorAll(":scope > li, :scope > dt").length} items` : "",
    role === "table" ? `${(element as HTMLTableElement).rows?.length ?? 0} rows` : "",
    ...words.map(([attribute, yes, no]) => ({ true: yes, false: no })[element.getAttribute(attribute) ?? ""] ?? ""),
    /^(checkbox|radio)$/.test(field.type ?? "") && element.localName === "input"
      ? field.checked
        ? "checked"
        : "not checked"
      : "",
    element.localName === "summary"
      ? (element.parentElement as HTMLDetailsElement).open
        ? "expanded"
        : "collapsed"
      : "",
    "disabled" in element && field.disabled ? "disabled" : "",
    "required" in element && field.required ? "required" : "",
    field.readOnly ? "read only" : "",
    current && current !== "false" ? `current${current === "true" ? "" : ` ${current}`}` : "",
    live && live !== "off" ? `live, ${live}` : "",
    ["text field", "combobox", "spin button", "slider", "search field"].includes(role) && field.value
      ? `value “${squeeze(field.value, 80)}”`
      : "",
    live && live !== "off"
      ? squeeze(element.textContent ?? "", 200) && `says “${squeeze(element.textContent ?? "", 200)}”`
      : "",
    element === element.ownerDocument.activeElement && element !== element.ownerDocument.body ? "has the focus" : "",
    squeeze(described, 160) && `described by “${squeeze(described, 160)}”`,
  ]
    .filter(Boolean)
    .join(", ");
}

/** The outline of some documents in document order, at most `limits.lines` lines. */
export function outline(documents: Iterable<Document>): OutlineLine[] {
  const lines: OutlineLine[] = [];
  let seen = 0;
  const walk = (element: Element, depth: number): void => {
    if (lines.length >= limits.lines || ++seen > mostElements || isHidden(element)) return;
    const role = roleOf(element);
    const live = element.hasAttribute("aria-live");
    const shown = role !== "" || live;
    if (shown)
      lines.push({
        depth,
        role: landmarks.includes(role) ? `${role} landmark` : role || "text",
        name: nameOf(element, role),
        states: statesOf(element, role),
      });
    if (whole.includes(role)) return;
    for (const child of [...(element.shadowRoot?.children ?? []), ...element.children])
      walk(child, depth + (shown && role !== "heading" ? 1 : 0));
  };
  for (const document of documents) {
    if (document.title)
      lines.push({
        depth: 0,
        role: "page",
        name: squeeze(document.title),
        states: document.documentElement.lang ? `in ${document.documentElement.lang.slice(0, 20)}` : "no language",
      });
    if (document.body) walk(document.body, 0);
  }
  return lines.slice(0, limits.lines);
}

/** Watches the live regions of a document and reports their new text. */
export function listen(document: Document, heard: (text: string) => void): void {
  const observer = new (document.defaultView as Window & typeof globalThis).MutationObserver((changes) => {
    const regions = new Set(
      changes.map(({ target }) =>
        (target.nodeType === Node.ELEMENT_NODE ? (target as Element) : target.parentElement)?.closest(
          "[aria-live],[role=status],[role=alert],[role=log],output",
        ),
      ),
    );
    for (const region of regions)
      if (region && region.getAttribute("aria-live") !== "off" && squeeze(region.textContent ?? ""))
        heard(squeeze(region.textContent ?? ""));
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true });
}
