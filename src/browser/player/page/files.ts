import { make } from "./dom";

/** Saves text as a file. Also shows it, because some frames must not save files. */
export function saveText(name: string, text: string, shown: HTMLElement): void {
  shown.textContent = text;
  shown.hidden = false;
  saveFile(name, text, "text/plain");
}

/** Saves text as a file of a media type. No browser says whether the frame may do so. */
export function saveFile(name: string, text: string, type: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
