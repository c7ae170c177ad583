import { pagesOf } from "../core/course-data";
import { focusOn } from "../kinds/focus";
import { readable } from "../kinds/readable";
import type { PrivateNotes } from "../lms/private-notes";
import { cardFile, cardText } from "./card-file";
import type { Later, Player } from "./contract";
import { all, make, on, place, press } from "./dom";
import { onward } from "./ending";
import { saveFile } from "./files";
import { printOnly } from "./private-note";

const store = "card";

/**
 * The learner's card: ids of the marked blocks that the learner chose to keep, and the texts of private notes among
 * them. The ids are stored on this device, as bookmarks are; a text only if the learner keeps the note there too.
 * Nothing of it is sent to an LMS.
 */
interface Kept {
  /** Text of a private note; empty for a block of the course. */
  readonly text: string;
  /** Whether the text may be stored. */
  readonly stays: boolean;
}
const kept = new Map<string, Kept>();
let notes: PrivateNotes | null = null;
let isStored = false;
let isRead = false;

function read(): void {
  if (isRead) return;
  isRead = true;
  try {
    const entries = JSON.parse(notes?.read(store) ?? "[]") as [string, string][];
    for (const [id, text] of entries) kept.set(String(id), { text: String(text), stays: true });
    isStored = kept.size > 0;
  } catch {
    kept.clear(); // a damaged card is an empty one
  }
}

function write(): void {
  const entries = [...kept].map(([id, { text, stays }]) => [id, stays ? text : ""]);
  if (entries.length === 0) notes?.remove(store);
  isStored = entries.length > 0 && (notes?.write(store, JSON.stringify(entries)) ?? false);
}

/** The text of a private note, from its fields. */
function textOf(note: HTMLElement): string {
  const values = (row: HTMLElement): string =>
    all<HTMLInputElement>("textarea, input", row)
      .map(({ value }) => value.trim())
      .filter(Boolean)
      .join(" – ");
  const lines = [
    ...all<HTMLTextAreaElement>("[data-typed]", note).map(({ value }) => value.trim()),
    ...all("[data-row]", note).map(values),
    ...all<HTMLInputElement>("[data-tick]", note).map(
      (box) => `${box.checked ? "☑" : "☐"} ${readable(box.parentElement)?.textContent?.trim() ?? ""}`,
    ),
  ];
  return lines.filter(Boolean).join("\n");
}

/** What to keep of a block: the text of a private note, or nothing, because the course has the block itself. */
function contentOf(block: Element | null): Kept {
  if (!(block instanceof HTMLElement) || block.dataset.paper === undefined) return { text: "", stays: true };
  return { text: textOf(block), stays: block.querySelector<HTMLInputElement>("[data-paper-keep]")?.checked ?? false };
}

/** Adds the card to the later parts of the player. `page` is the page with the card. */
export function withCard(later: Later, page: string): Later {
  let player: Player;

  function show(): void {
    const { words } = player;
    for (const block of all("[data-keep]")) {
      const isKept = kept.has(block.dataset.keep ?? "");
      place("keep-label", block).textContent = words(isKept ? "card_drop" : "card_keep");
      place("keep-button", block).toggleAttribute("data-kept", isKept);
    }
    for (const card of all("[data-card]")) showCard(card);
  }

  function showCard(card: HTMLElement): void {
    const { words } = player;
    let count = 0;
    for (const item of all("[data-card-item]", card)) {
      const content = kept.get(item.dataset.cardItem ?? "");
      item.hidden = content === undefined;
      if (!content) continue;
      count += 1;
      place("card-text", item).textContent = content.text;
      place("card-now", item).hidden = content.stays || !content.text;
    }
    place("card-empty", card).hidden = count > 0;
    place("card-actions", card).hidden = count === 0;
    place("card-status", card).textContent = words(isStored ? "card_kept" : "card_refused");
    for (const shown of all("[data-card-file], [data-card-copy], [data-card-sure]", card)) shown.hidden = true;
  }

  function change(id: string, content: Kept | null): void {
    if (content) kept.set(id, content);
    else kept.delete(id);
    write();
    show();
    player.changed();
  }

  function prepareBlock(at: HTMLElement): void {
    const id = at.dataset.keep ?? "";
    const block = at.previousElementSibling;
    const status = place("keep-status", at);
    const put = place("keep-button", at);
    put.hidden = false; // the block and its button may be under a content note
    press(put, () => {
      const isKept = kept.has(id);
      change(id, isKept ? null : contentOf(block));
      status.textContent = isKept || isStored ? "" : player.words("card_now");
    });
    if (!(block instanceof HTMLElement) || block.dataset.paper === undefined) return;
    // After the listeners of the note: it may have been stored, or deleted from the device.
    const follow = (): void => void setTimeout(() => kept.has(id) && change(id, contentOf(block)));
    for (const type of ["input", "change", "click"]) on(block, type, follow);
    const known = kept.get(id);
    if (known && (contentOf(block).text || !known.text)) kept.set(id, contentOf(block));
  }

  function prepareCard(card: HTMLElement): void {
    const { course, words } = player;
    const title = place("card-title", card);
    const sure = place("card-sure", card);
    const ask = place("card-delete", card);
    for (const item of all("[data-card-item]", card)) {
      const drop = place("card-drop", item);
      place("card-tools", item).hidden = false;
      press(drop, () => {
        change(item.dataset.cardItem ?? "", null);
        focusOn(title);
      });
    }
    const printer = place("card-print", card);
    press(printer, () => printOnly(card, words, printer));
    press(place("card-save", card), () => {
      saveFile(`${course.id}-card.html`, cardFile(card), "text/html");
      const about = place("card-file", card);
      const copy = place("card-copy", card);
      about.textContent = words("card_file");
      copy.textContent = cardText(card);
      about.hidden = copy.hidden = false;
    });
    press(ask, () => {
      sure.hidden = false;
      focusOn(sure.querySelector("p"));
    });
    press(place("card-stay", card), () => {
      sure.hidden = true;
      focusOn(ask);
    });
    press(place("card-delete-now", card), () => {
      kept.clear();
      write();
      show();
      player.changed();
      focusOn(title);
    });
  }

  return {
    ...later,
    open(opened) {
      player = opened;
      notes = opened.session.privateNotes;
      read();
      later.open(opened);
      notes?.onForgotten(() => {
        kept.clear();
        isStored = false;
        show();
        opened.changed();
      });
    },
    prepare(article) {
      later.prepare(article);
      for (const at of all("[data-keep]", article)) prepareBlock(at);
      for (const card of all("[data-card]", article)) prepareCard(card);
      show();
    },
    /** The end of the course hands the card over. */
    ending(shown, index) {
      const end = later.ending(shown, index);
      if (!end?.matches("[data-left]") || kept.size === 0) return end;
      const { course, words } = shown;
      end.append(make("p", { "data-card-over": "" }, words("card_take")));
      if (pagesOf(course)[index] !== page) end.append(onward(page, words("card_open")));
      return end;
    },
  };
}
