import type { Session } from "../lms/session";
import { place } from "./dom";
import type { Words } from "./player";

const presses = 3;
const within = 2000;

/**
 * Leaving also serves somebody who needs the screen empty at once: first everything goes out of sight, then the session ends.
 * The window of the LMS is never moved.
 */
export function prepareLeaving(session: Session, words: Words): void {
  const button = place("leave");
  let left = false;
  const leave = (): void => {
    if (left) return;
    left = true;
    document.title = words("closed");
    const closing = place("closing");
    for (const child of document.body.children) (child as HTMLElement).hidden = child !== closing;
    for (const dialog of document.querySelectorAll("dialog")) dialog.close();
    for (const media of document.querySelectorAll("audio,video")) (media as HTMLMediaElement).pause();
    closing.querySelector("h1")?.focus();
    setTimeout(() => end(session, words), 30); // after the empty screen is drawn: an LMS may hold the page while it saves
  };
  button.hidden = false;
  button.addEventListener("click", leave);
  onThreeShifts(leave);
}

function end(session: Session, words: Words): void {
  let saving = "saved";
  session.onSaving((state) => (saving = state));
  session.finish();
  const kept = session.mode !== "normal" ? `mode_${session.mode}` : session.connection === "memory" ? "kept_memory" : saving === "saved" ? "saved" : "saving_failed";
  place("closing-saved").textContent = words(kept);
  if (window.opener && window.top === window) window.close(); // a window the LMS opened for the course
}

/** Three times Shift and nothing between: the keyboard's way out, as on public sites that carry such a button. */
function onThreeShifts(leave: () => void): void {
  let times: number[] = [];
  document.addEventListener("keyup", (event) => {
    const now = Date.now();
    times = event.key === "Shift" ? [...times.filter((time) => now - time < within), now] : [];
    if (times.length >= presses) leave();
  });
}
