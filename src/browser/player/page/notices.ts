import { isWalled } from "../lms/find-api";
import type { Session } from "../lms/session";
import { button, icon, make, place } from "./dom";
import type { Parts, Player, Words } from "./contract";
import { banners, welcomeOf } from "./saving-words";

const seconds = 1000;

/** Shows a notice above the page until the learner dismisses it. */
export function notice(words: Words, text: string): void {
  const line = make("p", { class: "notice" }, icon("note"), make("span", {}, text));
  line.append(
    button(
      words("dismiss"),
      () => {
        line.remove();
        place("content").focus({ preventScroll: true }); // the button had the focus
      },
      { class: "plain" },
    ),
  );
  place("notices").append(line);
}

export function welcome({ session, words, titleOf }: Player): void {
  const keys = welcomeOf(session, isWalled(window));
  const pages = session.loss?.pages?.map(titleOf).join(" · ") ?? "";
  if (keys.length > 0) notice(words, keys.map((key) => words(key, { pages })).join(" "));
}

/**
 * Shows a banner while saving fails, and for a moment when it works again. Returns a function that adds the button of
 * the completion record; call it once later.js is loaded.
 */
export function watchSaving(session: Session, words: Words, parts: Parts): () => void {
  const banner = place("saving");
  const offerRecord = (): void => {
    const { said = "" } = banner.dataset;
    if (parts.later && (said === "not-saved" || said === "lost") && !banner.querySelector("button"))
      banner.append(parts.later.recordButton(session, words));
  };
  let fading = 0;
  session.onSaving((saving) => {
    clearTimeout(fading);
    const trouble = saving !== "saved";
    if (!trouble && !banner.dataset.trouble) return;
    if (banner.dataset.said === saving) return;
    banner.dataset.said = saving;
    banner.replaceChildren(make("span", {}, words(banners[saving])));
    offerRecord();
    banner.dataset.trouble = trouble ? "yes" : "";
    if (!trouble) fading = window.setTimeout(() => banner.replaceChildren(), 4 * seconds);
  });
  return offerRecord;
}

/** Shows that the program could not start and nothing is saved. The course stays readable. */
export function broken(words: Words): void {
  document.documentElement.classList.add("shown", "ready");
  notice(words, place("saving").dataset.saving ?? "");
}
