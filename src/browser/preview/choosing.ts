import { faultNames, type Fault } from "../lms/faults";
import { simulatedLmss } from "../lms/simulated-lms";
import { make, place } from "./dom";
import type { Container } from "./messages";

export interface Opening {
  readonly name: string;
  readonly container: Container;
  /** Size of the frame in CSS pixels; without it the frame fills the page. */
  readonly width?: number;
  readonly height?: number;
}

/** Ways to open content, with the size of its frame. */
export const openings: Readonly<Record<string, Opening>> = {
  frame: { name: "In a frame", container: "frame" },
  nested: { name: "In a frame within a frame", container: "nested" },
  window: { name: "In a window of its own", container: "window" },
  narrow: { name: "On a narrow phone, 320 wide", container: "frame", width: 320, height: 568 },
  phone: { name: "On a phone, 390 wide", container: "frame", width: 390, height: 844 },
  tablet: { name: "On a tablet, 768 wide", container: "frame", width: 768, height: 1024 },
};

/** Fills the lists of simulated LMSs, openings and faults. Ticking a fault adds it to `faults`. */
export function offerChoices(faults: Set<Fault>, changed: () => void): void {
  const groups = new Map<string, HTMLElement>();
  for (const { id, group, name } of simulatedLmss) {
    if (!groups.has(group)) groups.set(group, make("optgroup", "", { label: group }));
    groups.get(group)?.append(make("option", name, { value: id }));
  }
  place("as").append(...groups.values());
  place("way").append(...Object.entries(openings).map(([value, { name }]) => make("option", name, { value })));
  place("faults").append(
    ...(Object.keys(faultNames) as Fault[]).map((fault) => {
      const label = make("label");
      const box = make("input", "", {
        type: "checkbox",
        "data-fault": fault,
        "aria-describedby": `about-${fault}`,
      }) as HTMLInputElement;
      box.addEventListener("change", () => {
        if (box.checked) faults.add(fault);
        else faults.delete(fault);
        place("faults-count").textContent =
          `Faults: ${faults.size === 0 ? "none" : [...faults].map((one) => faultNames[one].name).join(", ")}`;
        changed();
      });
      label.append(box, ` ${faultNames[fault].name}`);
      const entry = make("li");
      entry.append(label, make("small", faultNames[fault].about, { id: `about-${fault}` }));
      return entry;
    }),
  );
}
