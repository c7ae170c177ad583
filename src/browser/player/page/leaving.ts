import { focusOn } from "../kinds/focus";
import type { Saving } from "../lms/saving";
import type { Session } from "../lms/session";
import type { Parts, Words } from "./contract";
import { all, make, on, place, press } from "./dom";
import { closingOf } from "./saving-words";

const presses = 3;
const within = 1200;
/** A key held longer is part of another command, such as those of screen readers. */
const longest = 300;

/**
 * Activates the way out. It is also for learners who need an empty screen at once: first everything is hidden, then the
 * session ends. The LMS's window is redirected only if the course names an address for it.
 */
export function prepareLeaving(session: Session, words: Words, parts: Parts): void {
  const button = place("leave");
  const closing = place("closing");
  let saving: Saving = "saved";
  let left = false;
  let ended = false;
  session.onSaving((state) => {
    saving = state;
    if (ended) showSaved();
  });

  function leave(): void {
    if (left) return;
    left = true;
    document.title = words("closed");
    for (const media of all<HTMLMediaElement>("audio,video")) media.pause();
    for (const dialog of all<HTMLDialogElement>("dialog[open]")) dialog.close?.();
    for (const child of all("body > *")) child.hidden = child !== closing;
    focusOn(closing.querySelector("h1"));
    // Wait until the empty screen is drawn: an LMS may block while it saves. A hidden page draws no frame, so use a
    // timer too.
    requestAnimationFrame(() => setTimeout(end));
    setTimeout(end, 80);
  }

  function end(): void {
    if (ended) return;
    ended = true;
    session.finish();
    showSaved();
    if (window.opener && window.top === window) window.close(); // a window that the LMS opened for the course
    goElsewhere();
  }

  /** Shows nothing until it is known whether the last commit has arrived. */
  function showSaved(): void {
    const key = closingOf(session, saving);
    if (key) place("closing-saved").textContent = words(key);
    if (key === "saved" && parts.later && !place("recorded", closing).isConnected)
      place("closing-saved").after(parts.later.goodbye(session, words));
    if (key === "closing_failed" && all("[data-save-record]", closing).length === 0)
      closing.append(parts.later?.recordButton(session, words) ?? "");
  }

  /** Redirects the LMS's window. If the frame must not do so, the empty page stays and says how to close the window. */
  function goElsewhere(): void {
    const link = place<HTMLAnchorElement>("elsewhere", closing);
    if (!link.href) return;
    const stay = (): void => {
      link.target = "_self";
      place("stuck", closing).hidden = false;
    };
    try {
      (window.top ?? window).location.replace(link.href);
      setTimeout(stay, 2000);
    } catch {
      stay();
    }
  }

  button.hidden = false;
  press(button, leave);
  const warning = make("p", { class: "unseen", role: "alert" });
  closing.after(warning);
  onThreeShifts(leave, (isNext) => (warning.textContent = isNext ? words("shift_again") : ""));
}

/**
 * Leaves when Shift is pressed three times in a row, as on public sites with an exit button. Screen readers use Shift
 * too: the second press announces what a third will do.
 */
function onThreeShifts(leave: () => void, warn: (isNext: boolean) => void): void {
  let times: number[] = [];
  let since = 0;
  on(document, "keydown", (event) => {
    const { key, repeat } = event as KeyboardEvent;
    if (key !== "Shift") times = [];
    else if (!repeat) since = Date.now();
  });
  on(document, "keyup", (event) => {
    const now = Date.now();
    const isPress = (event as KeyboardEvent).key === "Shift" && now - since < longest;
    times = isPress ? [...times.filter((time) => now - time < within), now] : [];
    if (times.length >= presses) leave();
    else warn(times.length === presses - 1);
  });
}
