import { addCaptions } from "./captions";
import type { BlockKind } from "./kind";

/** Video. Shows captions from the start. Loads the metadata only now, so that unopened pages load nothing. */
export const kind: BlockKind = {
  enhance(element, tools) {
    const video = element.querySelector("video");
    if (!video) return;
    addCaptions(video, element, tools.language).mode = "showing";
    video.preload = "metadata";
  },
};
