import { addCaptions } from "./captions";
import type { BlockKind } from "./kind";

/** A sound: browsers draw no captions on a sound, so the current line stands below the controls. */
export const kind: BlockKind = {
  enhance(element, tools) {
    const audio = element.querySelector("audio");
    const line = element.querySelector<HTMLElement>("[data-caption]");
    if (!audio) return;
    const track = addCaptions(audio, element, tools.language);
    track.mode = "hidden"; // events without drawing
    track.addEventListener("cuechange", () => {
      if (!line) return;
      const lines = Array.from(track.activeCues ?? [], (cue) => (cue as VTTCue).text);
      line.hidden = false; // stays once shown, so that the page does not jump between lines
      line.textContent = lines.join("\n");
    });
    audio.preload = "metadata";
  },
};
