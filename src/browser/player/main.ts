import type { CourseData } from "./core/course-data";
import type { Kinds } from "./kinds/kind";
import { openSession, type Session } from "./lms/session";
import { endListening } from "./page/dom";
import { bringLanguage, chosenLanguage, firstEdition, putUp, wantedLanguage, type Edition } from "./page/languages";
import { receive } from "./page/modules";
import { askToBringBack, broken } from "./page/notices";
import { play, type Carried } from "./page/play";
import { wordsOf } from "./page/player";

/** Called by each module file when it runs. */
export { receive as module };
/** Called by search.js when it runs. */
export { receiveWords as words } from "./page/words";
/** Called by the file of a language when it runs. */
export { receiveLanguage as language } from "./page/languages";

/** Starts the course. The compiler writes the call, with the kinds this course uses. */
export function start(kinds: Kinds): void {
  document.documentElement.classList.add("program");
  // A very large course brings its data as a file, read before the program.
  const { protectCourse } = globalThis as { protectCourse?: CourseData };
  const course = protectCourse ?? (JSON.parse(document.getElementById("course-data")?.textContent ?? "") as CourseData);
  const first = firstEdition(course);
  openSession(course, window)
    .then(async (session) => {
      if (session.offered && (await askToBringBack(wordsOf(course.strings, course.language)))) session.bringBack();
      const language = first ? wantedLanguage(course, chosenLanguage(session.papers)) : course.language;
      const other = language === course.language ? null : await bringLanguage(course, language)?.catch(() => null);
      if (other) putUp(other);
      begin(kinds, session, first, other?.data ?? session.course, null);
    })
    .catch((error: unknown) => {
      console.error(error);
      broken(wordsOf(course.strings, course.language));
    });
}

/** Runs the page in one language; a change of language ends it and begins it again with the same session. */
function begin(kinds: Kinds, session: Session, first: Edition | null, data: CourseData, carried: Carried | null): void {
  // The LMS may have set another pass mark: that stays, whatever the language.
  play({ ...data, assessment: session.course.assessment, tracking: session.course.tracking }, kinds, session, carried, async (language, kept) => {
    const edition = language === first?.language ? first : await bringLanguage(session.course, language);
    if (!edition) throw new Error(`no ${language}`);
    endListening();
    putUp(edition);
    begin(kinds, session, first, edition.data, kept);
  });
}
