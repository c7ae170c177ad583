import targets from "targets";
import { standard, type Traits } from "./traits";

/** A simulated LMS, with its description for the preview. */
export interface SimulatedLms {
  readonly id: string;
  readonly name: string;
  readonly group: "The standard" | "Systems" | "Troubled";
  readonly about: string;
  /** What its reports show about answers. */
  readonly answers: string;
  readonly traits: Traits;
}

const shown = "Teachers see each answer.";

const exact: readonly SimulatedLms[] = [
  {
    id: "standard",
    name: "SCORM 1.2, exactly",
    group: "The standard",
    about: "Every element, strict errors, 4,096 characters of suspend data.",
    answers: shown,
    traits: standard,
  },
  {
    id: "strict",
    name: "Strict: nothing optional",
    group: "The standard",
    about: "Optional elements are not implemented (401): no interactions, no score bounds, no mastery score.",
    answers: "Answers are refused.",
    traits: { ...standard, optionalElements: false },
  },
];

const systems = targets.map(({ id, name, suspendData, simulation: { about, answers, ...given } }): SimulatedLms => {
  const traits = Object.entries(given).map(([trait, value]) => [
    trait.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()),
    value,
  ]);
  return {
    id,
    name,
    group: "Systems",
    about,
    answers,
    traits: { ...standard, ...(suspendData ? { suspendData } : {}), ...Object.fromEntries(traits) } as Traits,
  };
});

const troubled = (id: string, name: string, traits: Partial<Traits>, about: string, answers = shown): SimulatedLms => ({
  id,
  name,
  group: "Troubled",
  about,
  answers,
  traits: { ...standard, ...traits },
});

/** All simulated LMSs, in the order of the list of choices. */
export const simulatedLmss: readonly SimulatedLms[] = [
  ...exact,
  ...systems,
  troubled(
    "liar",
    "Returns true, saves nothing",
    { savesNothing: true },
    "Each commit returns “true”; nothing is ever saved.",
    "Nothing is saved.",
  ),
  troubled("expired", "Login ends after 60 calls", { expiresAfter: 60 }, "Every call after the 60th fails (301)."),
  troubled("throwing", "Broken adapter", { throwsAfter: 40 }, "After 40 calls every commit throws an error."),
  troubled("slow", "Slow", { slow: 200 }, "Each call blocks the page for 200 ms."),
  troubled("late", "Late", { late: 1500 }, "The adapter appears 1.5 seconds after the course."),
  troubled("booleans", "Booleans", { returnsBooleans: true }, "Returns booleans where the standard requires text."),
  troubled(
    "no-finish",
    "Forgets at the end",
    { finishSaves: false },
    "LMSFinish saves nothing that was not committed.",
  ),
  troubled(
    "finish-only",
    "Saves at the end only",
    { commitSaves: false },
    "LMSCommit returns “true”; only LMSFinish saves.",
  ),
  troubled(
    "empties-after-completion",
    "Empties finished courses",
    { emptiesAfterCompletion: true },
    "Keeps status and score of a learner who has finished, and deletes the suspend data.",
  ),
  troubled(
    "ignores-after-completed",
    "Ignores what follows “completed”",
    { ignoresAfterCompleted: true },
    "Returns “true”, but saves nothing after the status “completed”.",
  ),
];

/** Returns the simulated LMS with an id from the list of targets, or of this file. */
export function simulatedLms(id: string): SimulatedLms {
  const found = simulatedLmss.find((one) => one.id === id);
  if (!found) throw new Error(`There is no simulated LMS “${id}”.`);
  return found;
}
