// The table of contents of the played package.
import type { LaunchData } from "./data.generated";
import { make, place } from "./dom";

const most = 500;

/** Lists the launchable items if a package has several. The first one is marked as current. */
export function listLaunches(launches: readonly LaunchData[], choose: (index: number) => void): void {
  place("contents").hidden = launches.length < 2;
  const buttons = launches.slice(0, most).map((launch, index) => {
    const button = make("button", launch.title || launch.href, { type: "button" });
    mark(button, index === 0);
    button.addEventListener("click", () => {
      for (const [at, other] of buttons.entries()) mark(other, at === index);
      choose(index);
    });
    return button;
  });
  place("launches").replaceChildren(
    ...buttons.map((button, index) => {
      const entry = make("li"),
        group = launches[index]?.group;
      if (group) entry.append(make("small", group));
      entry.append(button);
      return entry;
    }),
  );
}

function mark(button: HTMLElement, current: boolean): void {
  if (current) button.setAttribute("aria-current", "true");
  else button.removeAttribute("aria-current");
}
