import type { Container } from "./messages";

/** Opened content. */
export interface Opened {
  /** The outermost window of the content; null until it is open. */
  window(): Window | null;
  close(): void;
}

function frameOf(document: Document, address: string): HTMLIFrameElement {
  const frame = document.createElement("iframe");
  frame.title = "Course";
  frame.allow = "autoplay; fullscreen";
  if (address) frame.src = address;
  document.body.append(frame);
  return frame;
}

/** Opens content in a frame, in a nested frame (as an LMS with a player page does), or in a window. */
export function open(container: Container, address: string): Opened {
  if (container === "window") return inWindow(address);
  const outer = frameOf(document, container === "frame" ? address : "");
  if (container === "frame") return { window: () => outer.contentWindow, close: () => outer.remove() };
  const between = outer.contentDocument as Document;
  outer.title = "Player";
  between.body.style.cssText = "margin:0";
  const inner = frameOf(between, address);
  inner.style.cssText = "border:0;display:block;width:100%;height:100vh";
  return { window: () => inner.contentWindow, close: () => outer.remove() };
}

/** Shows a button that opens a window: browsers require a click on this page. */
function inWindow(address: string): Opened {
  const door = document.createElement("main");
  const button = document.createElement("button");
  button.textContent = "Open the course in a window";
  door.className = "door";
  door.append(button);
  document.body.append(door);
  let content: Window | null = null;
  button.addEventListener("click", () => {
    content?.close();
    content = window.open(address, "course", "popup,width=1024,height=768");
  });
  return {
    window: () => (content && !content.closed ? content : null),
    close: () => {
      content?.close();
      door.remove();
    },
  };
}

/** A window and all its frames of this origin. */
export function* windows(start: Window | null, left = 30): Generator<Window> {
  if (!start || left === 0) return;
  try {
    void start.document;
  } catch {
    return;
  }
  yield start;
  for (let at = 0; at < Math.min(start.frames.length, 20); at++) yield* windows(start.frames[at] ?? null, left - 1);
}
