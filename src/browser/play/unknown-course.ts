import { changed, isVisible, pause, placeNow, played } from "./documents";
import type { ActionLog } from "./action-log";

// Labels of forward controls, in the languages of known courses.
const onward = [
  ">+|»|›|→|▶|next|continue|resume|start|begin|go on|let.?s go|proceed|yes|ok|i agree|launch|suivant",
  "continuer|reprendre|commencer|démarrer|oui|weiter|fortsetzen|start(?:en)?|beginnen|ja|siguiente",
  "continuar|comenzar|empezar|reanudar|sí|avanti|continua|inizia|riprendi|próximo|seguinte|começar|iniciar",
  "sim|volgende|verder|doorgaan|dalej|następny|rozpocznij|tak|επόμενο|συνέχεια|далі|продовжити|почати|далее",
  "продолжить|начать|următorul|continuă|începe|ileri|devam|başla|التالي|متابعة|ابدأ",
];
const sending = [
  "submit|check|done|finish|send|valider|vérifier|envoyer|terminer|prüfen|absenden|fertig|enviar|comprobar",
  "terminar|verifica|invia|controleer|verzenden|sprawdź|wyślij|отправить|надіслати|gönder|إرسال",
];
const leaving = [
  "exit|quit|close|log ?out|leave|quitter|fermer|beenden|schließen|salir|cerrar|esci|chiudi|afsluiten|sair",
  "fechar|previous|back|précédent|retour|zurück|anterior|indietro|print|imprimer",
];
const isOnward = new RegExp(`^(?:${onward.join("|")})(?![\\p{L}])`, "iu");
const isSending = new RegExp(sending.join("|"), "iu");
const isLeaving = new RegExp(leaving.join("|"), "iu");
const nextName = /(?:^|[-_ ])(?:next|forward|btn-?next|nav-?next|suivant|weiter)(?:$|[-_ ])/iu;
const controls =
  "button, a, input[type=button], input[type=submit], input[type=image], " +
  "[role=button], [role=link], [onclick], [accesskey], area";
const settling = 150;

interface Control {
  readonly element: HTMLElement;
  readonly name: string;
}

/**
 * Plays an unknown course: picks the first option, submits it, clicks forward controls, and stops when there are none.
 */
export async function explore(log: ActionLog): Promise<string> {
  const tried = new Map<HTMLElement, number>();
  const dead = new Set<HTMLElement>();
  let keys = 0;
  while (!log.isOver()) {
    const before = placeNow();
    const filled = fill();
    for (const what of filled) log.write(what);
    const control = best(tried, dead, filled.length > 0);
    if (control) {
      tried.set(control.element, (tried.get(control.element) ?? 0) + 1);
      control.element.click();
      log.write(`pressed “${control.name}”`);
    } else if (keys < 2) {
      arrowRight();
      log.write("pressed the right arrow key");
    } else return "found no more forward controls";
    await pause(settling);
    const now = placeNow();
    const moved = now.address !== before.address || now.text !== before.text;
    if (!control) keys = moved ? 0 : keys + 1;
    else if (!moved && (tried.get(control.element) ?? 0) > 1) dead.add(control.element);
    else if (moved) keys = 0;
  }
  return "stopped at the limit of time or actions";
}

function nameOf(element: HTMLElement): string {
  const value = element.matches("input") ? element.value : "";
  const names = [
    element.getAttribute("aria-label"),
    element.innerText,
    value,
    element.title,
    element.getAttribute("alt"),
    element.querySelector("img")?.alt,
  ];
  return (names.find((name) => name?.trim()) ?? "").trim().replace(/\s+/g, " ").slice(0, 60);
}

/** False for links out of the course, downloads and new windows. */
function staysInside(element: HTMLElement): boolean {
  const link = element.closest("a");
  const href = link?.getAttribute("href") ?? "";
  return !(link?.target === "_blank" || link?.hasAttribute("download") || /^(?:mailto|tel|https?):/i.test(href));
}

/**
 * The most promising control: submit after something was filled in, then a forward control by its label, by its id or
 * class, or by its access key; last, submit.
 */
function best(
  tried: ReadonlyMap<HTMLElement, number>,
  dead: ReadonlySet<HTMLElement>,
  filled: boolean,
): Control | null {
  const all = played()
    .flatMap((one) => [...one.querySelectorAll<HTMLElement>(controls)])
    .filter(
      (element) =>
        isVisible(element) &&
        !element.matches(":disabled, [aria-disabled=true]") &&
        !dead.has(element) &&
        (tried.get(element) ?? 0) < 60 &&
        staysInside(element),
    )
    .map((element) => ({ element, name: nameOf(element) || element.id || element.className.toString().slice(0, 40) }));
  const likely = all.filter(({ name }) => !isLeaving.test(name));
  const send = likely.find(({ name, element }) => isSending.test(name) && (filled || !tried.has(element)));
  return (
    (filled ? send : undefined) ??
    likely.find(({ name }) => isOnward.test(name)) ??
    likely.find(({ element }) => nextName.test(`${element.id} ${element.className}`)) ??
    likely.find(({ element }) => element.accessKey !== "" && !tried.has(element)) ??
    send ??
    null
  );
}

/** Fills in unanswered fields: the first option, the second entry of a list, a text. Returns log lines. */
function fill(): string[] {
  const done: string[] = [];
  for (const one of played()) {
    const groups = new Map<string, HTMLInputElement[]>();
    for (const box of one.querySelectorAll<HTMLInputElement>(
      "input[type=radio]:not(:disabled), input[type=checkbox]:not(:disabled)",
    )) {
      if (isVisible(box) || (box.labels?.[0] && isVisible(box.labels[0])))
        groups.set(box.name || box.id, [...(groups.get(box.name || box.id) ?? []), box]);
    }
    for (const [name, boxes] of groups) {
      if (boxes.some(({ checked }) => checked)) continue;
      boxes[0]?.click();
      done.push(`chose the first option of “${name}”`);
    }
    for (const list of one.querySelectorAll<HTMLSelectElement>("select:not(:disabled)")) {
      if (!isVisible(list) || list.selectedIndex > 0 || list.options.length < 2 || list.dataset.protectSeen) continue;
      list.dataset.protectSeen = "yes";
      list.selectedIndex = 1;
      changed(list);
      done.push("chose from a list");
    }
    for (const field of one.querySelectorAll<HTMLInputElement>(
      "input[type=text]:not(:disabled), textarea:not(:disabled)",
    )) {
      if (!isVisible(field) || field.value !== "" || field.readOnly) continue;
      field.value = "1";
      changed(field);
      done.push("typed into a field");
    }
  }
  return done;
}

function arrowRight(): void {
  for (const one of played()) {
    const target = one.activeElement ?? one.body;
    for (const type of ["keydown", "keyup"])
      target?.dispatchEvent(
        new KeyboardEvent(type, {
          key: "ArrowRight",
          code: "ArrowRight",
          keyCode: 39,
          which: 39,
          bubbles: true,
        }),
      );
  }
}
