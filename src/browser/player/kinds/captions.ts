/** Adds captions from a template in the page: a caption file does not load when a course is opened from disk. */
export function addCaptions(media: HTMLMediaElement, element: HTMLElement, language: string): TextTrack {
  const title = element.querySelector(".media-title")?.textContent ?? "";
  const track = media.addTextTrack("captions", title, language);
  const cues = element.querySelector<HTMLTemplateElement>("template[data-cues]")?.content.children ?? [];
  for (const cue of cues) {
    const { start, end } = (cue as HTMLElement).dataset;
    track.addCue(new VTTCue(Number(start), Number(end), cue.textContent ?? ""));
  }
  return track;
}
