/** Faults in addition to the traits of an LMS. Each can be switched on and off while the course runs. */
export type Fault = "long-data" | "lost-commits" | "slow" | "expired" | "vanished" | "yes-sayer" | "offline";

/** Most characters of suspend data under the fault “long data”: a database column that is too short. */
export const shortColumn = 255;

/** Names and descriptions of the faults that can be switched on while a course is played. */
export const faultNames: Readonly<Record<Fault, { readonly name: string; readonly about: string }>> = {
  offline: { name: "No network", about: "Commits do not arrive. The result depends on the LMS." },
  "long-data": {
    name: "Long data refused",
    about: `Suspend data of more than ${shortColumn} characters is refused (405).`,
  },
  "lost-commits": {
    name: "Commits are lost",
    about: "A commit returns “true”, but values set since the last one never arrive.",
  },
  slow: { name: "Slow LMS", about: "Each call blocks the page for 200 ms." },
  expired: { name: "Login expired", about: "Every call fails (301) until this is switched off." },
  vanished: { name: "The LMS vanishes", about: "Every call throws, as if the LMS's window had been closed." },
  "yes-sayer": { name: "Yes to everything", about: "Each value and commit returns “true”; nothing is saved." },
};
