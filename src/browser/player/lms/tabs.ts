import type { Host } from "./host";

/**
 * Allows one window per course and learner on a device: a second window gives way, so that the two do not overwrite
 * each other. A suspended window asks again when it wakes up.
 */
export class Tabs {
  private readonly channel: ReturnType<Host["channel"]>;
  private gaveWay = false;

  constructor(host: Host, name: string, givesWay: () => void) {
    this.channel = host.channel(name, (message) => {
      if (message === "anybody?" && !this.gaveWay) this.channel?.post("here");
      if (message !== "here" || this.gaveWay) return;
      this.gaveWay = true;
      givesWay();
    });
    this.ask();
    host.on("back", () => this.ask());
    host.on("visible", () => this.ask());
  }

  close(): void {
    this.gaveWay = true;
    this.channel?.close();
  }

  private ask(): void {
    if (!this.gaveWay) this.channel?.post("anybody?");
  }
}
