import { closeDialog, openDialog } from "./boxes";
import { all, button, make } from "./dom";
import type { Words } from "./contract";

/** Share of its own width below which the lettering of a picture is hard to read. */
const legible = 0.8;

/**
 * Offers a picture with lettering in its own size while the page shows it smaller: in a dialog that scrolls. The
 * compiler marks these pictures.
 */
export function prepareLettering(article: HTMLElement, words: Words): void {
  for (const picture of all<HTMLImageElement>("img[data-lettering]", article)) {
    const width = Number(picture.getAttribute("width"));
    if (!width) continue;
    const open = button(picture.dataset.lettering ?? "", () => enlarge(picture, width, words), { class: "plain" });
    open.dataset.enlarge = "";
    picture.after(open);
    // Not hidden when the picture is not shown or not loaded: its width is 0 then.
    new ResizeObserver(() => (open.hidden = picture.clientWidth > width * legible)).observe(picture);
  }
}

function enlarge(picture: HTMLImageElement, width: number, words: Words): void {
  const large = make("img", { src: picture.src, alt: picture.alt, width: String(width), class: "large" });
  const box = make("div", { class: "scrolls", tabindex: "0", role: "group", "aria-label": picture.alt }, large);
  const dialog = make("dialog", { class: "enlarged", "aria-label": picture.dataset.lettering ?? "" });
  const close = button(words("blocked_back"), () => closeDialog(dialog), { class: "main", "data-close": "" });
  dialog.append(box, make("p", {}, close));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  openDialog(dialog);
}
