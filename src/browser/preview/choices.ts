import type { BuildChoices } from "./data.generated";
import { make, place } from "./dom";
import { workspace, type Country, type Language, type Offers } from "./workspace";
import { say, uiLanguage } from "./words";

export const field = (name: string): HTMLSelectElement => document.getElementById(`c-${name}`) as HTMLSelectElement;
const help = (name: string): HTMLElement => document.getElementById(`c-${name}-help`) as HTMLElement;

export const offersOf = (): Offers | undefined =>
  workspace().items.find((item) => item.id === field("course").value)?.offers;

/** The current choices, in the format of the server. */
export function choices(): BuildChoices {
  const mark = document.getElementById("c-mark") as HTMLInputElement;
  const own = field("organisation").value;
  const offers = offersOf();
  const chosen = mark.disabled ? Number.NaN : mark.valueAsNumber;
  return {
    course: field("course").value,
    language: field("language").value,
    edition: field("edition").value,
    country: field("country").value,
    lms: field("lms").value,
    organisation: own === "own" ? "" : own,
    ...(Number.isInteger(chosen) && chosen !== offers?.passMark ? { passMark: chosen } : {}),
  };
}

/** Fills the lists in the language of the page. A choice is kept if it is still available. */
export function fillChoices(id?: string, isSame = false): void {
  const { items, lms } = workspace();
  const courses = items.filter((item) => item.kind === "course");
  options(
    "course",
    courses.map((item) => [item.id, item.title ?? item.name]),
    id,
  );
  const offers = offersOf();
  place("row-edition").hidden = (offers?.editions.length ?? 0) === 0;
  options("edition", [
    ["", say("full_course")],
    ...(offers?.editions ?? []).map(({ id: edition, title }): [string, string] => [edition, title]),
  ]);
  const names = new Intl.DisplayNames([uiLanguage()], { type: "language" });
  options(
    "language",
    (offers?.languages ?? []).map((language) => [
      language.tag,
      `${nameOf(names, language.tag)}, ${how(language, true)}`,
      !canBuild(language),
    ]),
  );
  const language = offers?.languages.find(({ tag }) => tag === field("language").value);
  help("language").textContent = language && !canBuild(language) ? how(language) : "";
  const regions = new Intl.DisplayNames([uiLanguage()], { type: "region" });
  place("row-country").hidden = (offers?.countries.length ?? 0) === 0;
  options("country", [
    ["", say("no_country")],
    ...(offers?.countries ?? []).map((country): [string, string, boolean] => [
      country.code,
      `${nameOf(regions, country.code)}, ${say(!country.sound ? "unreadable" : country.draft ? "draft" : "checked")}`,
      !country.sound,
    ]),
  ]);
  help("country").textContent = draft(offers?.countries.find(({ code }) => code === field("country").value));
  options(
    "lms",
    lms.map((target) => [target.id, target.id === "any" ? say("any") : target.name]),
    isSame || field("lms").value ? undefined : offers?.lms,
  );
  mark(offers, isSame);
  options("organisation", [
    ["", say("no_organisation")],
    ...(offers?.organisations ?? []).map((file): [string, string] => [file, file]),
    ["own", say("own_file")],
  ]);
}

function options(
  name: string,
  wanted: readonly (readonly [value: string, text: string, disabled?: boolean])[],
  choose?: string,
): void {
  const select = field(name);
  const chosen = choose ?? select.value;
  // Do not replace an unchanged list: it may be open.
  const isSame =
    select.options.length === wanted.length &&
    wanted.every(([value, text, disabled], at) => {
      const option = select.options[at];
      return option?.value === value && option.text === text && option.disabled === (disabled ?? false);
    });
  if (!isSame)
    select.replaceChildren(
      ...wanted.map(([value, text, disabled]) =>
        make("option", text, { value, ...(disabled ? { disabled: "" } : {}) }),
      ),
    );
  const now = wanted.some(([value]) => value === chosen) ? chosen : (wanted[0]?.[0] ?? "");
  if (select.value !== now) select.value = now;
}

function mark(offers: Offers | undefined, isSame: boolean): void {
  const input = document.getElementById("c-mark") as HTMLInputElement;
  const range = offers?.lowest !== undefined && offers.highest !== undefined;
  input.disabled = !range;
  input.min = String(offers?.lowest ?? "");
  input.max = String(offers?.highest ?? "");
  const isChosen = range && input.value !== "" && input.dataset.course === field("course").value;
  if (!isSame && !isChosen) input.value = String(offers?.passMark ?? "");
  input.dataset.course = field("course").value;
  help("mark").textContent = !offers
    ? ""
    : range
      ? say("pass_mark_range", offers.lowest ?? 0, offers.highest ?? 0)
      : offers.passMark === undefined
        ? say("pass_mark_none")
        : say("pass_mark_fixed", offers.passMark);
}

const canBuild = ({ sound, missing = 0, stale = 0 }: Language): boolean => sound && missing + stale === 0;

function how(language: Language, isShort = false): string {
  if (!language.sound) return say("unreadable");
  if (language.total === undefined) return say("source");
  if (!canBuild(language))
    return say(
      isShort ? "draft" : "unfinished",
      ((language.missing ?? 0) + (language.stale ?? 0)).toLocaleString(uiLanguage()),
    );
  return say(language.reviewed === language.total ? "reviewed" : "translated");
}

const draft = (country: Country | undefined): string =>
  country?.draft ? say("draft_help", country.unchecked, country.missing) : "";

function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code; // unknown to the browser
  }
}
