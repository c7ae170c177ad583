import { focusOn } from "../kinds/focus";
import { all, button, make, place } from "./dom";
import type { Words } from "./contract";

/**
 * Asks the learner whether to restore the progress on this device. Nothing is overwritten until the learner answers.
 */
export function askToBringBack(words: Words): Promise<boolean> {
  all(".page").forEach((page, at) => (page.hidden = at > 0));
  document.documentElement.classList.add("shown", "ready");
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
        button(words("offer_new"), choose(false), { "data-start-over": "" }),
      ),
    );
    place("notices").append(line);
    focusOn(line);
  });
}
