/** A drag that has begun. Positions are in the window. */
export interface Drag {
  move(x: number, y: number): void;
  /** `dropped` is false when the drag was cancelled, for example with Escape. */
  end(dropped: boolean): void;
}

const slack = 6; // pixels that a press may slip

/** Whether the device has something to drag with. */
export const canDrag = (): boolean => matchMedia("(any-pointer: fine), (any-pointer: coarse)").matches;

/** Adds the handle of a thing. Screen readers skip it: dragging only repeats what the buttons and lists do. */
export function addGrip(thing: HTMLElement): void {
  if (thing.querySelector("[data-grip]")) return;
  const grip = document.createElement("span");
  grip.dataset.grip = "";
  grip.setAttribute("aria-hidden", "true");
  thing.prepend(grip);
  thing.dataset.drag = "";
}

/**
 * Calls `begin` when a pointer drags one of the things in `root`. A mouse takes hold of it anywhere, except at its
 * buttons and fields; a finger or a pen only at its grip, because it scrolls the page elsewhere.
 */
export function onDrag(
  root: HTMLElement,
  things: string,
  begin: (thing: HTMLElement, down: PointerEvent) => Drag,
): void {
  let held: { thing: HTMLElement; down: PointerEvent } | null = null;
  let drag: Drag | null = null;
  let justEnded = false;

  const stop = (event: Event): void => event.preventDefault();
  const escape = ({ key }: KeyboardEvent): void => {
    if (key === "Escape") end(false);
  };
  const end = (dropped: boolean): void => {
    const ended = drag;
    held = drag = null;
    document.removeEventListener("selectstart", stop);
    document.removeEventListener("keydown", escape);
    if (!ended) return;
    justEnded = true;
    setTimeout(() => (justEnded = false));
    ended.end(dropped);
  };

  root.addEventListener("pointerdown", (down) => {
    const at = down.target as Element;
    const thing = at.closest<HTMLElement>(things);
    end(false);
    if (!thing || !down.isPrimary || down.button !== 0 || root.closest("fieldset:disabled")) return;
    if (at.closest("button, select, input, a, summary")) return;
    if (down.pointerType !== "mouse" && !at.closest("[data-grip]")) return;
    held = { thing, down };
    document.addEventListener("selectstart", stop);
    document.addEventListener("keydown", escape);
  });
  root.addEventListener("pointermove", (move) => {
    if (!held || move.pointerId !== held.down.pointerId) return;
    const { thing, down } = held;
    if (!drag && Math.hypot(move.clientX - down.clientX, move.clientY - down.clientY) > slack) {
      drag = begin(thing, down);
      root.setPointerCapture(down.pointerId); // also outside of this frame
    }
    drag?.move(move.clientX, move.clientY);
  });
  root.addEventListener("pointerup", () => end(true));
  root.addEventListener("pointercancel", () => end(false));
  root.addEventListener("lostpointercapture", ({ target }) => {
    if (target === root) end(false); // a touch first loses the capture of the element that it began on
  });
  // The end of a drag is no press of a label.
  root.addEventListener(
    "click",
    (event) => {
      if (justEnded) stop(event);
    },
    true,
  );
}
