import { endWaiting, hasLeft, sessionStarted, takeOver } from "./boot";
import type { Course } from "./core/course";
import type { CourseData } from "./core/course-data";
import { openSession, type Session } from "./lms/session";
import type { Edition, Parts, SearchIndex } from "./page/contract";
import { endListening } from "./page/dom";
import { receive } from "./page/modules";
import { broken } from "./page/notices";
import { bringLater } from "./page/parts";
import { play, type Carried } from "./page/play";
import { wordsOf } from "./page/player";
import { handOver } from "./page/scripts";

/** Called by each module file when it runs. */
export { receive as module };
/** Called by later.js when it runs. */
export { receiveLater as later } from "./page/parts";
/** Called by assessment.js when it runs. */
export { receiveAssessment as assessment } from "./page/parts";
/** Called by search.js when it runs. */
export const words = (index: SearchIndex): void => handOver("search", index);
/** Called by the file of a language when it runs. */
export const language = (edition: Edition): void => handOver(`language ${edition.language}`, edition);

/**
 * Starts the course, unless the learner has left. The compiler writes the call and passes the parts: those of the first
 * page, or all of the course.
 */
export function start(parts: Parts, data: CourseData): void {
  const opening = takeOver();
  if (opening === undefined) return;
  Object.assign(parts, { strings: data.strings });
  const { languages, deal, layouts } = parts;
  const course: Course = { ...data, deal, layouts };
  const first = languages?.firstEdition(data) ?? null;
  openSession(course, window, parts, opening, hasLeft)
    .then(async (session) => {
      if (!session) return;
      sessionStarted(() => session.finish());
      if (session.offered) {
        if (!parts.later) await bringLater(parts);
        if (await parts.later?.askToBringBack(wordsOf(course.strings, course.language))) session.bringBack();
      }
      const isFresh = session.state.page === 0 && !session.offered;
      const wanted =
        languages && first
          ? languages.wantedLanguage(course, languages.chosenLanguage(session.privateNotes))
          : course.language;
      const other =
        wanted === course.language ? null : await languages?.bringLanguage(course, wanted)?.catch(() => null);
      if (other) languages?.putUp(other);
      await nextTask();
      if (hasLeft()) return;
      const pressed = endWaiting();
      begin(parts, session, first, other?.data ?? session.course, null);
      if (isFresh && pressed?.isConnected) pressed.click();
    })
    .catch((error: unknown) => {
      console.error(error);
      broken(wordsOf(course.strings, course.language));
    });
}

/** Lets the browser draw and react to presses: on slow devices, a start in one go would take a tenth of a second. */
const nextTask = (): Promise<void> => new Promise((done) => setTimeout(done));

/** Runs the page in one language. A change of language stops it and starts it again with the same session. */
function begin(parts: Parts, session: Session, first: Edition | null, data: CourseData, carried: Carried | null): void {
  // Keep the pass mark of the session in every language: the LMS may have set it.
  play(
    { ...session.course, ...data, assessment: session.course.assessment, tracking: session.course.tracking },
    parts,
    session,
    carried,
    async (wanted, kept) => {
      const edition = wanted === first?.language ? first : await parts.languages?.bringLanguage(session.course, wanted);
      if (!edition) throw new Error(`no ${wanted}`);
      endListening();
      parts.languages?.putUp(edition);
      begin(parts, session, first, edition.data, kept);
    },
  );
}
