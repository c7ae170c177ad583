import type { Host } from "./host";

/**
 * Allows one window per course and learner on a device: a second window gives way, so that the two do not overwrite
 * each other. A suspended window asks again when it wakes up. Returns a function that stops watching.
 */
export function watchTabs(host: Host, name: string, giveWay: () => void): () => void {
  let gaveWay = false;
  const channel = host.channel(name, (message) => {
    if (message === "anybody?" && !gaveWay) channel?.post("here");
    if (message !== "here" || gaveWay) return;
    gaveWay = true;
    giveWay();
  });
  const ask = (): void => {
    if (!gaveWay) channel?.post("anybody?");
  };
  ask();
  host.on("back", ask);
  host.on("visible", ask);
  return () => {
    gaveWay = true;
    channel?.close();
  };
}
