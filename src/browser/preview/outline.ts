import { make, place } from "./dom";
import type { OutlineLine } from "./messages";

export function showOutline(lines: readonly OutlineLine[], announced: readonly string[]): void {
  place("outline").replaceChildren(
    ...lines.map(({ depth, role, name, states }) => {
      const entry = make("li");
      entry.style.setProperty("--depth", String(depth));
      entry.append(make("b", role), make("span", name ? ` ${name}` : ""), make("small", states ? `, ${states}` : ""));
      return entry;
    }),
  );
  place("announced").replaceChildren(
    ...(announced.length > 0 ? announced.map((text) => make("li", text)) : [make("li", "Nothing yet.")]),
  );
}
