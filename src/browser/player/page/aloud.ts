import { reveal } from "../kinds/focus";
import type { Later, Player } from "./contract";
import { all, button, icon, make, on, place, press } from "./dom";
import { piecesIn, type Piece } from "./spoken-text";

/** What is being read: its button, and where to stop. */
interface Reading {
  readonly button: HTMLElement;
  readonly label: string;
}

const primary = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? "";

/** A voice of this device for a language; null if there is none. A voice of a server would receive the text. */
function voiceFor(language: string): SpeechSynthesisVoice | null {
  const same = (tag: string): boolean => tag.replace("_", "-").toLowerCase() === language.toLowerCase();
  const local = speechSynthesis
    .getVoices()
    .filter(({ localService, lang }) => localService && primary(lang) === primary(language));
  return local.find(({ lang }) => same(lang)) ?? local.find((voice) => voice.default) ?? local[0] ?? null;
}

/** Adds buttons that read a page or a block aloud with the voices of the device. */
export function withVoice(later: Later): Later {
  if (!("speechSynthesis" in window)) return later;
  let player: Player;
  let reading: Reading | null = null;
  let turn = 0;
  let spoken: SpeechSynthesisUtterance | null = null; // a reference, because browsers drop the events of others

  function highlight(element: Element | null): void {
    for (const before of all("[data-spoken]")) delete before.dataset.spoken;
    element?.setAttribute("data-spoken", "");
  }

  function stop(): void {
    if (!reading) return;
    turn += 1;
    spoken = null;
    speechSynthesis.cancel();
    highlight(null);
    name(reading.button, reading.label, false);
    reading = null;
  }

  function name(control: HTMLElement, label: string, isReading: boolean): void {
    control.toggleAttribute("data-reading", isReading);
    const text = control.querySelector("span");
    if (text) text.textContent = label;
  }

  function start(root: HTMLElement, control: HTMLElement): void {
    stop();
    for (const media of all<HTMLMediaElement>("audio, video")) media.pause();
    reading = { button: control, label: control.textContent ?? "" };
    name(control, player.words("read_stop"), true);
    speak(piecesIn(root, player.course.language), ++turn);
  }

  function speak(pieces: readonly Piece[], mine: number): void {
    const [piece, ...rest] = pieces;
    if (mine !== turn) return;
    const voice = piece && (voiceFor(piece.language) ?? voiceFor(player.course.language));
    if (!piece || !voice) return stop();
    // It may have been closed meanwhile.
    if (piece.element.getClientRects().length === 0) return speak(rest, mine);
    spoken = new SpeechSynthesisUtterance(piece.text);
    spoken.voice = voice;
    spoken.lang = voice.lang;
    spoken.onend = () => speak(rest, mine);
    spoken.onerror = () => mine === turn && stop();
    highlight(piece.element);
    reveal(piece.element);
    speechSynthesis.speak(spoken);
  }

  function control(root: HTMLElement, label: string, kind: string): HTMLButtonElement {
    const made = button("", () => (made.hasAttribute("data-reading") ? stop() : start(root, made)), {
      class: `plain speak-${kind}`,
      "data-speak": kind,
    });
    const text = document.createElement("span");
    text.textContent = label;
    made.append(speaker(), text);
    return made;
  }

  /** Hides the buttons where the device has no voice of its own for the language of the course. */
  function follow(): void {
    const isSilent = voiceFor(player.course.language) === null;
    if (isSilent) stop();
    for (const one of all("[data-speak]")) one.hidden = isSilent;
  }

  function addButtons(article: HTMLElement): void {
    if (article.dataset.cover !== undefined || article.querySelector("[data-speak]")) return;
    article.querySelector("header")?.append(control(article, player.words("read_aloud"), "page"));
    const blocks = [
      ...all(":scope > :not(header)", article).filter((block) => !block.matches("[data-keep], [data-assessment]")),
      ...all("[data-assessment] form[data-question]", article),
    ];
    for (const block of blocks) {
      const text = (block.querySelector("h2, h3, .prompt, p") ?? block).textContent?.trim() ?? "";
      if (!text) continue;
      const title = text.length > 60 ? `${text.slice(0, 60)}…` : text;
      const made = control(block, player.words("read_part", { title }), "block");
      const after = block.nextElementSibling;
      if (block.matches("form")) block.append(made);
      else if (after?.matches("[data-keep]")) after.append(made);
      else block.after(make("div", { class: "speak-row" }, made));
    }
  }

  return {
    ...later,
    open(opened) {
      stop();
      player = opened;
      later.open(opened);
      on(document, "keydown", (event) => {
        if ((event as KeyboardEvent).key === "Escape") stop();
      });
      on(document, "play", stop, true);
      on(window, "pagehide", stop);
      press(place("leave"), stop);
      // Also when the learner leaves with the keyboard.
      new MutationObserver(stop).observe(place("closing"), { attributeFilter: ["hidden"] });
      speechSynthesis.onvoiceschanged = follow;
    },
    prepare(article) {
      later.prepare(article);
      addButtons(article);
      follow();
      new MutationObserver(stop).observe(article, { attributeFilter: ["hidden"] }); // another page
    },
  };
}

function speaker(): SVGSVGElement {
  const drawing = icon("");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.innerHTML = '<path d="M4 10v4h4l5 4V6l-5 4zM16 9a4 4 0 0 1 0 6M18.5 6.5a8 8 0 0 1 0 11"/>';
  return drawing;
}
