import type { Session } from "../lms/session";
import { button, icon, make, place } from "./dom";
import type { Words } from "./player";

const seconds = 1000;

/** A quiet line above the page. It stays until the learner puts it away. */
export function notice(words: Words, key: string): void {
  const line = make("p", { class: "notice" }, icon("note"), make("span", {}, words(key)));
  line.append(button(words("dismiss"), () => {
    line.remove();
    place("content").focus({ preventScroll: true }); // the focus must not fall with the button
  }, { class: "plain" }));
  place("notices").append(line);
}

export function welcome(session: Session, words: Words): void {
  if (session.mode !== "normal") notice(words, `mode_${session.mode}`);
  else if (session.connection !== "lms") notice(words, `kept_${session.connection}`);
  else if (session.resumed) notice(words, "resumed");
}

/** Silent while saving works; calm and in sight while it does not; one word when it works again. */
export function watchSaving(session: Session, words: Words): void {
  const banner = place("saving");
  let fading = 0;
  session.onSaving((saving) => {
    clearTimeout(fading);
    const trouble = saving !== "saved";
    if (!trouble && !banner.dataset.trouble) return;
    banner.textContent = words(trouble ? (saving === "trying" ? "saving_trying" : "saving_failed") : "saved");
    banner.dataset.trouble = trouble ? "yes" : "";
    if (!trouble) fading = window.setTimeout(() => banner.replaceChildren(), 4 * seconds);
  });
}

/** The program could not start: the course stays readable, and says that nothing is kept. */
export function broken(words: Words): void {
  document.documentElement.classList.add("ready");
  notice(words, "broken");
}
