import type { UploadData } from "./data.generated";
import { make, place } from "./dom";
import { hrefOf } from "./router";
import { ask, count, refresh, size, workspace, type Country, type Item, type Language } from "./workspace";

/** Most bytes of a zip; the server has the same limit. */
const most = 300_000_000;

const plural = (number: number, noun: string, several = `${noun}s`): string =>
  `${number} ${number === 1 ? noun : several}`;

/** Shows the courses and packages with their state. */
export function showHome(): void {
  const { items } = workspace();
  fill(
    "courses",
    items.filter((item) => item.kind === "course"),
    "There is no course here. Start the preview with the folder of a course.",
  );
  fill(
    "packages",
    items.filter((item) => item.kind === "package"),
    "",
  );
}

/** The items as last shown: only changed ones are rebuilt, so that the focus stays. */
const shown = new Map<string, string>();

function fill(name: string, items: readonly Item[], none: string): void {
  const list = place(name);
  if (items.length === 0) list.replaceChildren(...(none ? [make("li", none, { class: "quiet" })] : []));
  items.forEach((item, at) => {
    const state = JSON.stringify(item);
    const before = list.querySelector<HTMLElement>(`[data-item="${item.id}"]`);
    if (before && shown.get(item.id) === state) return;
    const focused = before?.contains(document.activeElement)
      ? [...before.querySelectorAll("a")].indexOf(document.activeElement as HTMLAnchorElement)
      : -1;
    shown.set(item.id, state);
    const entry = make("li", "", { "data-item": item.id });
    entry.append(card(item));
    if (before) before.replaceWith(entry);
    else list.insertBefore(entry, list.children[at] ?? null);
    if (focused >= 0) entry.querySelectorAll("a")[focused]?.focus();
  });
}

function card(item: Item): HTMLElement {
  const box = make("article", "", { class: "card", "aria-labelledby": `${item.id}-title` });
  const title = item.title ?? item.name;
  const actions = make("div", "", { class: "actions" });
  if (item.href)
    actions.append(
      make("a", item.kind === "course" ? "Play" : "Play and inspect", {
        class: "button",
        href: hrefOf({ view: "play", id: item.id }),
        "aria-describedby": `${item.id}-title`,
      }),
    );
  if (item.kind === "course")
    actions.append(
      make("a", "Get the package", {
        class: "button plain",
        href: hrefOf({ view: "coordinator", id: item.id }),
        "aria-describedby": `${item.id}-title`,
      }),
    );
  box.append(make("h3", title, { id: `${item.id}-title` }));
  if (title !== item.name) box.append(make("p", item.name, { class: "quiet" }));
  box.append(item.kind === "course" ? ofCourse(item) : ofPackage(item), actions);
  return box;
}

function ofCourse(item: Item): HTMLElement {
  const { facts, offers } = item;
  const rows: [string, (Node | string)[]][] = [["State", findings(item)]];
  if (offers) {
    rows.push([offers.languages.length === 1 ? "Language" : "Languages", offers.languages.map(language)]);
    if (offers.countries.length > 0) rows.push(["Countries", countries(offers.countries)]);
  }
  if (facts) {
    const bytes = facts.bytes === undefined ? "" : `${size(facts.bytes)}, `;
    rows.push(["Size", [`${bytes}${plural(facts.pages, "page")}, ${plural(facts.questions, "question")}`]]);
    rows.push([
      "Progress",
      [
        make("p", `${facts.state.toLocaleString("en")} of ${facts.limit.toLocaleString("en")} characters at most`),
        make("meter", "", {
          min: "0",
          max: String(facts.limit),
          value: String(facts.state),
          high: String(Math.round(facts.limit * 0.9)),
          "aria-label": "Longest progress of a learner",
        }),
      ],
    ]);
  }
  return list(rows);
}

function ofPackage(item: Item): HTMLElement {
  const rows: [string, (Node | string)[]][] = [
    ["State", findings(item)],
    ["Made with", [item.maker ?? "unknown"]],
    ["Size", [size(item.bytes ?? 0)]],
  ];
  return list(rows);
}

function findings(item: Item): Node[] {
  if (item.kind === "course" && !item.compiled) return [badge("loading", "open")];
  const errors = count(item.findings, "error");
  const warnings = count(item.findings, "warning");
  const notes = count(item.findings, "note");
  return [
    ...(errors > 0 ? [badge(plural(errors, "error"), "bad")] : []),
    ...(warnings > 0 ? [badge(plural(warnings, "warning"), "bad")] : []),
    ...(notes > 0 ? [badge(plural(notes, "note"), "open")] : []),
    ...(errors + warnings === 0 ? [badge("no problems", "good")] : []),
  ];
}

function language({ tag, sound, total, missing = 0, stale = 0, reviewed = 0 }: Language): Node {
  const line = make("p");
  const how = !sound
    ? "cannot be read"
    : total === undefined
      ? "source"
      : missing + stale === 0
        ? reviewed === total
          ? "reviewed"
          : "translated"
        : [
            ...(missing > 0 ? [`${missing.toLocaleString("en")} missing`] : []),
            ...(stale > 0 ? [`${stale.toLocaleString("en")} out of date`] : []),
          ].join(", ");
  line.append(
    make("strong", tag),
    ` ${how}${total !== undefined && sound && missing + stale > 0 ? ` of ${total.toLocaleString("en")}` : ""}`,
  );
  return line;
}

function countries(all: readonly Country[]): Node[] {
  const groups: [string, readonly Country[]][] = [
    ["checked", all.filter((country) => country.sound && !country.draft)],
    ["draft", all.filter((country) => country.sound && country.draft)],
    ["cannot be read", all.filter((country) => !country.sound)],
  ];
  return groups
    .filter(([, some]) => some.length > 0)
    .map(([how, some]) => {
      const line = make("p", `${how}: `);
      line.append(
        ...some.flatMap((country, at) => [
          ...(at > 0 ? [", "] : []),
          make("abbr", country.code, { title: country.name }),
        ]),
      );
      return line;
    });
}

const badge = (text: string, kind: string): HTMLElement => make("span", text, { class: `badge ${kind}` });

function list(rows: [string, (Node | string)[]][]): HTMLElement {
  const all = make("dl");
  for (const [name, parts] of rows) {
    const value = make("dd");
    value.append(...parts.flatMap((part, at) => (at > 0 ? [" ", part] : [part])));
    all.append(make("dt", name), value);
  }
  return all;
}

/** Uploads zips one after the other, and shows the reason for each refused one. */
async function take(files: Iterable<File>): Promise<void> {
  place("refused").replaceChildren();
  for (const file of files) {
    if (file.size > most) {
      refuse(file.name, `It is larger than ${most / 1_000_000} MB.`);
      continue;
    }
    place("taken").textContent = `Reading “${file.name}”…`;
    const answer = await ask(`/packages?name=${encodeURIComponent(file.name)}`, file).catch(() => null);
    if (!answer?.ok) {
      refuse(file.name, answer ? await answer.text() : "The preview does not answer. Is it still running?");
      place("taken").textContent = "";
      continue;
    }
    const { id, playable, findings: found } = (await answer.json()) as UploadData;
    place("taken").textContent = playable ? `“${file.name}” was added.` : "";
    if (!playable)
      refuse(
        file.name,
        found.map((finding) => `${finding.message} ${finding.help}`).join(" ") ||
          "It has no imsmanifest.xml at its root that names a page to open.",
      );
    else if ([...files].length === 1) {
      await refresh(); // the route needs the new item
      location.hash = hrefOf({ view: "play", id });
    }
  }
}

const refuse = (name: string, why: string): void =>
  place("refused").append(make("p", `“${name}” cannot be played. ${why}`));

export function startHome(): void {
  place<HTMLInputElement>("zip").addEventListener("change", (event) => {
    const input = event.target as HTMLInputElement;
    void take([...(input.files ?? [])]).then(() => (input.value = ""));
  });
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;
  addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  addEventListener("dragleave", (event) => event.relatedTarget === null && document.body.classList.remove("dropping"));
  addEventListener("drop", (event) => {
    document.body.classList.remove("dropping");
    if (!hasFiles(event)) return;
    event.preventDefault();
    location.hash = hrefOf({ view: "home" });
    void take([...(event.dataTransfer?.files ?? [])]);
  });
}
