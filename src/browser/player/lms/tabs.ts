import type { Host } from "./host";

/**
 * One course, one learner, one window: of two that are open on a device, the later one gives way, so that neither writes over the other.
 * A window that slept asks again when it wakes.
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
