import { addCaptions } from "./captions";
import type { BlockKind } from "./kind";

/** Audio. Browsers show no captions for audio, so the current line is shown below the controls. */
export const kind: BlockKind = {
  enhance(element, tools) {
    const audio = element.querySelector("audio");
    const line = element.querySelector<HTMLElement>("[data-caption]");
    if (!audio) return;
    const track = addCaptions(audio, element, tools.language);
    track.mode = "hidden"; // fires events, shows nothing
    track.addEventListener("cuechange", () => {
      if (!line) return;
      const lines = Array.from(track.activeCues ?? [], (cue) => (cue as VTTCue).text);
      line.hidden = false; // never hidden again, so that the page does not jump between lines
      line.textContent = lines.join("\n");
    });
    audio.preload = "metadata";
  },
};
