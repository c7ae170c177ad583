import { button, make, place } from "./dom";
import type { Words } from "./player";

/** Asks before the course starts: nothing is overwritten until there is an answer. */
export function askToBringBack(words: Words): Promise<boolean> {
  document.documentElement.classList.add("ready");
  return new Promise((resolve) => {
    const line = make(
      "div",
      { class: "notice", role: "group", tabindex: "-1", "aria-labelledby": "offer", "data-offer": "" },
      make("p", { id: "offer" }, words("offer")),
    );
    const choose = (back: boolean) => (): void => {
      line.remove();
      resolve(back);
    };
    line.append(
      make(
        "div",
        { class: "actions" },
        button(words("offer_back"), choose(true), { "data-bring-back": "" }),
        button(words("offer_new"), choose(false), { "data-start-anew": "" }),
      ),
    );
    place("notices").append(line);
    line.focus();
  });
}
