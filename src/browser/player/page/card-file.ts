import { readable } from "../kinds/readable";
import { all, make } from "./dom";

const style = [
  "body{max-width:38rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 system-ui,sans-serif;color:#22302f}",
  "section{padding:.5rem 0;border-top:1px solid #ccc;break-inside:avoid}",
  "h2{font-size:1.1rem}.written{white-space:pre-wrap}",
  "table{border-collapse:collapse}td,th{border:1px solid #999;padding:.3rem .5rem}",
].join("");

const unusable = "[data-card-tools], [hidden], button, svg, script, template, audio, video, .aside";

/** A copy of what is on the card, without its buttons and without anything that a single file cannot have. */
function copyOf(card: HTMLElement): HTMLElement {
  const parts = all("[data-card-title], [data-card-item]:not([hidden])", card);
  const copy = make("main", {}, ...parts.map((part) => part.cloneNode(true)));
  for (const part of all(unusable, copy)) part.remove();
  for (const picture of all<HTMLImageElement>("img", copy)) picture.replaceWith(picture.alt ? `[${picture.alt}]` : "");
  for (const link of all("a", copy))
    if (!/^(https?|mailto|tel):/.test(link.getAttribute("href") ?? "")) link.replaceWith(...link.childNodes);
  return copy;
}

/** The card as an HTML file that needs nothing else. */
export function cardFile(card: HTMLElement): string {
  const { lang, dir } = document.documentElement;
  const copy = copyOf(card);
  for (const part of all("*", copy))
    for (const { name } of [...part.attributes])
      if (!["href", "lang", "dir"].includes(name) && !part.matches(".written")) part.removeAttribute(name);
  const title = make("title", {}, card.querySelector("[data-card-title]")?.textContent ?? "");
  const head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">';
  return [
    "<!doctype html>",
    `<html lang="${lang}" dir="${dir}">${head}${title.outerHTML}<style>${style}</style>`,
    `${copy.outerHTML}</html>`,
    "",
  ].join("\n");
}

/** The card as plain text. */
export function cardText(card: HTMLElement): string {
  const copy = readable(copyOf(card));
  for (const part of all("p, li, h2, h3, dt, dd, tr, div, section, figcaption", copy)) part.append("\n");
  return (copy.textContent ?? "")
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
