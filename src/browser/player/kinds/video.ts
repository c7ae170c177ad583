import { addCaptions } from "./captions";
import type { BlockKind } from "./kind";

/** A film: captions on from the start, and only now asks how long it is, so that unseen pages cost nothing. */
export const kind: BlockKind = {
  enhance(element, tools) {
    const video = element.querySelector("video");
    if (!video) return;
    addCaptions(video, element, tools.language).mode = "showing";
    video.preload = "metadata";
  },
};
