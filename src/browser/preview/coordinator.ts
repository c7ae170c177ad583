// The page for coordinators, in English and French: choose, build, download, and the sheet for the LMS.
import { place } from "./dom";
import { choices, fillChoices, field, offersOf } from "./choices";
import type { BuildChoices, BuildData } from "./data.generated";
import { showFailure, showResult } from "./result";
import { ask, workspace } from "./workspace";
import { forgetSheet, showSheet } from "./sheet";
import { say, setUiLanguage, uiLanguage, type UiLanguage } from "./words";
import type { Word } from "./words-en";

/** Most characters of a request; the server has the same limit. */
const most = 5_900_000;
let isHere = false;

export function showCoordinator(id?: string): void {
  isHere = true;
  fillChoices(id);
  translate();
}

/** Updates the page after a change in the workspace: the offers of a course may be known now. */
export function coordinatorChanged(): void {
  if (!isHere || place("view-coordinator").hidden) return;
  fillChoices();
  update();
}

function translate(): void {
  document.documentElement.lang = uiLanguage();
  document.title = `${say("title")} – protect-scorm`;
  for (const element of document.querySelectorAll<HTMLElement>("[data-say]"))
    element.textContent = say(element.dataset.say as Word);
  for (const button of document.querySelectorAll<HTMLElement>("[data-speech]"))
    button.setAttribute("aria-pressed", String(button.dataset.speech === uiLanguage()));
  forgetSheet();
  fillChoices();
  update();
}

/** Updates what depends on the choices: hints, the build button, and the sheet. */
function update(): void {
  const courses = workspace().items.filter((item) => item.kind === "course");
  const course = courses.find((item) => item.id === field("course").value);
  const offers = course?.offers;
  place("wait").textContent =
    courses.length === 0
      ? say("no_course")
      : offers
        ? ""
        : course?.compiled && course.version === 0
          ? say("unsound")
          : say("waiting");
  place("choices").hidden = courses.length === 0;
  place<HTMLButtonElement>("build").disabled = !offers;
  place("own").hidden = field("organisation").value !== "own";
  if (!course || !offers) return;
  const { passMark, lms } = choices();
  void showSheet(
    new URLSearchParams({
      course: course.id,
      lms: lms || offers.lms,
      language: uiLanguage(),
      passMark: String(passMark ?? ""),
    }).toString(),
  );
}

async function build(): Promise<void> {
  const button = place<HTMLButtonElement>("build");
  if (button.getAttribute("aria-disabled") === "true" || !offersOf()) return;
  const own = field("organisation").value === "own" ? await ownFiles() : {};
  if (!own) {
    showFailure(say("choose_file"), []);
    return;
  }
  const request: BuildChoices = { ...choices(), ...own };
  const body = JSON.stringify(request);
  if (body.length > most) {
    showFailure(say("too_large"), []);
    return;
  }
  button.setAttribute("aria-disabled", "true");
  place("building").textContent = say("building");
  place("result").hidden = true;
  const answer = await ask("/build", body).catch(() => null);
  if (!answer) showFailure(say("gone"), []);
  else if (!answer.ok) showFailure(say("refused", await answer.text()), []);
  else showResult((await answer.json()) as BuildData);
  button.removeAttribute("aria-disabled");
  place("building").textContent = "";
}

/** Reads the organisation's file and its logo for the request; null if no file was chosen. */
async function ownFiles(): Promise<BuildChoices | null> {
  const file = (id: string): File | undefined => (document.getElementById(id) as HTMLInputElement).files?.[0];
  const yaml = file("c-yaml");
  if (!yaml) return null;
  const logo = file("c-logo");
  return {
    organisation: "",
    organisationYaml: await yaml.text(),
    ...(logo ? { logoName: logo.name, logo: await base64(logo) } : {}),
  };
}

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

export function startCoordinator(): void {
  place("choices").addEventListener("change", (event) => {
    if ((event.target as HTMLElement).id === "c-course") fillChoices();
    else fillChoices(undefined, true);
    update();
  });
  place("choices").addEventListener("submit", (event) => {
    event.preventDefault();
    void build();
  });
  for (const button of document.querySelectorAll<HTMLElement>("[data-speech]")) {
    button.addEventListener("click", () => {
      setUiLanguage(button.dataset.speech as UiLanguage);
      place("result").hidden = true;
      translate();
    });
  }
}
