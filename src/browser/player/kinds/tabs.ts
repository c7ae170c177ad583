import { focusOn } from "./focus";
import type { BlockKind } from "./kind";

/** Turns titled sections into tabs: one stop for the Tab key, arrow keys between them (WAI-ARIA, tabs pattern). */
export const kind: BlockKind = {
  enhance(element) {
    const panels = [...element.querySelectorAll<HTMLElement>("[data-panel]")];
    const list = document.createElement("div");
    list.setAttribute("role", "tablist");
    const heading = element.querySelector("h2");
    if (heading) list.setAttribute("aria-labelledby", heading.id);
    const tabs = panels.map((panel) => {
      const title = panel.querySelector("h2, h3");
      const tab = document.createElement("button");
      tab.type = "button";
      tab.id = `${panel.id}-tab`;
      tab.textContent = title?.textContent ?? "";
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", panel.id);
      title?.remove();
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", tab.id);
      panel.tabIndex = 0;
      list.append(tab);
      return tab;
    });
    const choose = (chosen: number, focus = true): void => {
      tabs.forEach((tab, at) => {
        tab.setAttribute("aria-selected", String(at === chosen));
        tab.tabIndex = at === chosen ? 0 : -1;
        (panels[at] as HTMLElement).hidden = at !== chosen;
      });
      if (focus) focusOn(tabs[chosen]);
    };
    tabs.forEach((tab, at) => tab.addEventListener("click", () => choose(at)));
    list.addEventListener("keydown", (event) => {
      const at = tabs.indexOf(document.activeElement as HTMLButtonElement);
      const back = getComputedStyle(list).direction === "rtl" ? "ArrowRight" : "ArrowLeft";
      const forth = back === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
      const to = { [back]: at - 1, [forth]: at + 1, Home: 0, End: tabs.length - 1 }[event.key];
      if (to === undefined || at < 0) return;
      event.preventDefault();
      choose((to + tabs.length) % tabs.length);
    });
    panels[0]?.before(list);
    choose(0, false);
  },
};
