import type { CourseData } from "./core/course-data";
import type { Kinds } from "./kinds/kind";
import { openSession } from "./lms/session";
import { receive } from "./page/modules";
import { askToBringBack, broken } from "./page/notices";
import { play } from "./page/play";
import { wordsOf } from "./page/player";

/** Called by each module file when it runs. */
export { receive as module };
/** Called by search.js when it runs. */
export { receiveWords as words } from "./page/words";

/** Starts the course. The compiler writes the call, with the kinds this course uses. */
export function start(kinds: Kinds): void {
  document.documentElement.classList.add("program");
  // A very large course brings its data as a file, read before the program.
  const { protectCourse } = globalThis as { protectCourse?: CourseData };
  const course = protectCourse ?? (JSON.parse(document.getElementById("course-data")?.textContent ?? "") as CourseData);
  openSession(course, window)
    .then(async (session) => {
      if (session.offered && (await askToBringBack(wordsOf(course.strings, course.language)))) session.bringBack();
      play(session.course, kinds, session);
    })
    .catch((error: unknown) => {
      console.error(error);
      broken(wordsOf(course.strings, course.language));
    });
}
