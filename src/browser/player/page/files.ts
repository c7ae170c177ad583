import { make } from "./dom";

/** Saves text as a file. Also shows it, because some frames must not save files. */
export function saveText(name: string, text: string, shown: HTMLElement): void {
  shown.textContent = text;
  shown.hidden = false;
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
