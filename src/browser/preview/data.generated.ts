// Generated from the records in Protect.Scorm.Cli/Preview. Tests compare it with the source; do not edit it.

/** The workspace as the page reads it. */
export interface WorkspaceData {
  /** Origin of all played packages in a browser that does not resolve their own hosts. */
  readonly play: string;
  /** All LMSs. */
  readonly lms: readonly LmsData[];
  readonly items: readonly ItemData[];
}

/** Result of an upload. */
export interface UploadData {
  readonly id: string;
  /** True if the package can be played. */
  readonly playable: boolean;
  readonly findings: readonly DiagnosticEntry[];
}

/** Launchable items of a package, for the page that plays it. Empty if there is nothing to launch. */
export interface LaunchesData {
  readonly launches: readonly LaunchData[];
}

/** Choices on the page of a coordinator. An empty text is the default. */
export interface BuildChoices {
  /** Id of the course in the workspace. */
  readonly course?: string;
  readonly language?: string;
  readonly country?: string;
  readonly edition?: string;
  readonly lms?: string;
  /** Organisation file in the folder of the course. */
  readonly organisation?: string;
  /** Text of an uploaded organisation file. */
  readonly organisationYaml?: string;
  /** Name of the uploaded logo. */
  readonly logoName?: string;
  /** Uploaded logo, in Base64. */
  readonly logo?: string;
  /** Pass mark in percent. */
  readonly passMark?: number;
}

/** Result of a build: its findings, and the package if there is one. */
export interface BuildData {
  readonly findings: readonly DiagnosticEntry[];
  readonly package?: BuiltPackageData;
}

/**
 * Instruction sheet for a coordinator who uploads a package to an LMS: reported data, settings to choose with reasons,
 * checks with the first learner, and remedies when nothing is recorded.
 */
export interface LmsSheet {
  /** The language of the sheet. */
  readonly language: string;
  /** The heading. */
  readonly title: string;
  /** The notice of the course, such as that nobody has reviewed it; null for none. */
  readonly notice: string | null;
  /** How the instructions are known. */
  readonly evidence: string;
  /** The sections. */
  readonly parts: readonly SheetPart[];
}

export interface LmsData {
  readonly id: string;
  readonly name: string;
}

/** Course or package of the workspace. */
export interface ItemData {
  readonly id: string;
  /** Origin in which it plays. */
  readonly play: string;
  readonly kind: "course" | "package";
  readonly name: string;
  readonly title: string | null;
  /** Page to play; null if there is none. */
  readonly href: string | null;
  /** Number of successful compilations of a course. */
  readonly version: number;
  readonly findings: readonly DiagnosticEntry[];
  /** Folder of a course. */
  readonly folder?: string;
  /** For a course: whether it has been compiled. */
  readonly compiled?: boolean;
  readonly facts?: CourseFacts;
  readonly offers?: CourseOffers;
  /** Size of a package. */
  readonly bytes?: number;
  /** Tool that made a package, if it is known. */
  readonly maker?: string;
}

/** Finding in a course. */
export interface DiagnosticEntry {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** Number of characters. */
  readonly length: number;
  readonly severity: "note" | "warning" | "error";
  readonly slug: string;
  readonly message: string;
  readonly help: string;
}

/** Launchable item of a package, with the texts of its manifest. */
export interface LaunchData {
  readonly id: string;
  readonly title: string;
  /** Title of the parent item; null at the top. */
  readonly group: string | null;
  /** Address from the root of the package. */
  readonly href: string;
  readonly launchData: string | null;
  readonly mastery: string | null;
  readonly maxTime: string | null;
  readonly timeLimitAction: string | null;
}

/** Package that was built. */
export interface BuiltPackageData {
  /** Address of the zip. */
  readonly download: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly title: string;
  readonly language: string;
  readonly pages: number;
  readonly questions: number;
  /** Pass mark in percent; absent without an assessment. */
  readonly passMark?: number;
  /** Most characters of suspend data. */
  readonly state: number;
  /** Characters that the LMS keeps. */
  readonly limit: number;
}

/** A section of a sheet. */
export interface SheetPart {
  /** `reports`, `settings`, `check` or `nothing`. */
  readonly id: string;
  /** The heading, in the language of the sheet. */
  readonly title: string;
  /** The lines, in the order in which to do them. */
  readonly entries: readonly SheetEntry[];
}

/** Figures about the package that would be built. */
export interface CourseFacts {
  /** Size of the zip; absent until it is known. */
  readonly bytes?: number;
  readonly pages: number;
  readonly questions: number;
  /** Most characters of suspend data. */
  readonly state: number;
  /** Characters that the LMS keeps. */
  readonly limit: number;
}

/** Choices that a course offers for a build, and the state of each. */
export interface CourseOffers {
  readonly languages: readonly LanguageOffer[];
  readonly countries: readonly CountryOffer[];
  readonly editions: readonly EditionOffer[];
  readonly organisations: readonly string[];
  readonly lms: string;
  /** Pass mark in percent; absent without an assessment. */
  readonly passMark?: number;
  /** Lowest pass mark to choose; absent when it is fixed. */
  readonly lowest?: number;
  /** Highest pass mark to choose. */
  readonly highest?: number;
}

/** One line of a sheet. */
export interface SheetEntry {
  /** The instruction or fact. */
  readonly text: string;
  /** The reason; null when the text already states it. */
  readonly why: string | null;
  /** The source; empty for what follows from the package itself. */
  readonly source: string;
  /** The language of the line where it differs from that of the sheet; else null. */
  readonly language: string | null;
}

/** Language of a course. */
export interface LanguageOffer {
  readonly tag: string;
  readonly sound: boolean;
  /** Number of all texts; absent for the language of the source. */
  readonly total?: number;
  readonly missing?: number;
  readonly stale?: number;
  readonly reviewed?: number;
}

/** Country of a course. */
export interface CountryOffer {
  readonly code: string;
  readonly name: string;
  readonly sound: boolean;
  readonly draft: boolean;
  /** Number of required entries that are missing. */
  readonly missing: number;
  /** Number of entries that nobody has checked. */
  readonly unchecked: number;
}

export interface EditionOffer {
  readonly id: string;
  readonly title: string;
}
