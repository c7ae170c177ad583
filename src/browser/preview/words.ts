/** The languages of the page of a coordinator. */
export type Speech = "en" | "fr";

const kept = "protect-scorm language";

/** What was chosen last; else what the browser prefers. */
export function speech(): Speech {
  const chosen = localStorage.getItem(kept) ?? navigator.language;
  return chosen.startsWith("fr") ? "fr" : "en";
}

export const speak = (language: Speech): void => localStorage.setItem(kept, language);

const english = {
  title: "Get the package for your LMS",
  intro: "Choose, build, download. The sheet below says what to do in your LMS.",
  choose: "Choose",
  course: "Course",
  edition: "Version",
  whole: "The whole course",
  language: "Language",
  source: "original",
  reviewed: "read by a native reader",
  translated: "translated, not yet read by a native reader",
  unfinished: "{0} texts are missing or out of date: cannot be built yet",
  unreadable: "cannot be read: ask the author of the course",
  country: "Country",
  no_country: "No country in particular",
  draft: "draft",
  checked: "checked",
  draft_help:
    "Draft: {0} entries are not checked yet, {1} that are needed are missing. Numbers that nobody has checked are not shown; a phrase stands in their place.",
  lms: "LMS",
  any: "Any LMS, or I do not know",
  pass_mark: "Pass mark, percent",
  pass_mark_range: "From {0} to {1}, as the course allows.",
  pass_mark_fixed: "{0} %, fixed by the course.",
  pass_mark_none: "The course has no assessment: there is nothing to pass.",
  organisation: "Organisation",
  no_organisation: "None",
  own_file: "A file of your own…",
  own_yaml: "File of the organisation (.yaml)",
  own_logo: "Logo, if the file names one",
  own_help:
    "A small text file with the name, the contact and the safeguarding lead of your organisation. The logo must have the name that stands in it.",
  build: "Build the package",
  building: "The package is being built…",
  ready: "The package is ready: {0}",
  facts: "{0}, {1} pages, {2} questions.",
  facts_mark: "Pass mark {0} %.",
  facts_state: "A learner's progress takes at most {0} of {1} characters that the LMS keeps.",
  download: "Download the package",
  failed: "The package could not be built",
  failed_help: "Send these lines to the author of the course. What you had downloaded before still works.",
  notes: "Good to know before you use it",
  notes_none: "Nothing was found that would disturb learners.",
  for_author: "For the author of the course: {0}",
  plain_country_draft:
    "The country is a draft: numbers that nobody has checked are not shown, and a phrase stands in their place. Have somebody check them before learners see the course.",
  plain_untranslated: "Some texts are not translated yet. They are shown in the language of the original, and marked.",
  plain_pale_colour: "The colour of your organisation is too pale to be read on white; choose a darker one.",
  plain_organisation: "The file of your organisation has to be mended at these lines:",
  times: "{0} times",
  refused: "This cannot be built: {0}",
  gone: "The preview does not answer. Is it still running?",
  choose_file: "Choose the file of your organisation first.",
  too_large: "The logo is too large: 4 MB is the most.",
  sheet: "Sheet",
  print: "Print the sheet",
  why: "Why:",
  from: "Source:",
  waiting: "The course is being read…",
  no_course: "There is no course here. Name a folder of a course when you start the preview.",
  unsound: "This course cannot be built as it is. Its author finds the reasons under “Courses and packages”.",
};

export type Word = keyof typeof english;

const french: Readonly<Record<Word, string>> = {
  title: "Obtenir le paquet pour votre plateforme",
  intro: "Choisissez, construisez, téléchargez. La fiche ci-dessous dit quoi faire dans votre plateforme.",
  choose: "Choisir",
  course: "Cours",
  edition: "Version",
  whole: "Le cours entier",
  language: "Langue",
  source: "original",
  reviewed: "relu par une personne de langue maternelle",
  translated: "traduit, pas encore relu par une personne de langue maternelle",
  unfinished: "{0} textes manquent ou ne sont plus à jour : pas encore constructible",
  unreadable: "illisible : demandez à l’auteur ou l’autrice du cours",
  country: "Pays",
  no_country: "Aucun pays en particulier",
  draft: "brouillon",
  checked: "vérifié",
  draft_help:
    "Brouillon : {0} entrées ne sont pas encore vérifiées, {1} entrées nécessaires manquent. Un numéro que personne n’a vérifié n’est pas montré ; une phrase le remplace.",
  lms: "Plateforme (LMS)",
  any: "N’importe laquelle, ou je ne sais pas",
  pass_mark: "Seuil de réussite, en pour cent",
  pass_mark_range: "De {0} à {1}, comme le cours le permet.",
  pass_mark_fixed: "{0} %, fixé par le cours.",
  pass_mark_none: "Le cours n’a pas d’évaluation : il n’y a rien à réussir.",
  organisation: "Structure",
  no_organisation: "Aucune",
  own_file: "Un fichier à vous…",
  own_yaml: "Fichier de la structure (.yaml)",
  own_logo: "Logo, si le fichier en nomme un",
  own_help:
    "Un petit fichier texte avec le nom, le contact et la personne référente de votre structure. Le logo doit porter le nom qui y est écrit.",
  build: "Construire le paquet",
  building: "Le paquet est en construction…",
  ready: "Le paquet est prêt : {0}",
  facts: "{0}, {1} pages, {2} questions.",
  facts_mark: "Seuil de réussite : {0} %.",
  facts_state: "La progression d’une personne occupe au plus {0} des {1} caractères que la plateforme garde.",
  download: "Télécharger le paquet",
  failed: "Le paquet n’a pas pu être construit",
  failed_help:
    "Envoyez ces lignes à l’auteur ou l’autrice du cours. Ce que vous aviez déjà téléchargé fonctionne toujours. Les messages sont en anglais.",
  notes: "Bon à savoir avant de l’utiliser",
  notes_none: "Rien n’a été trouvé qui gênerait les personnes qui apprennent.",
  for_author: "Pour l’auteur ou l’autrice du cours : {0}",
  plain_country_draft:
    "Le pays est un brouillon : les numéros que personne n’a vérifiés ne sont pas montrés, une phrase les remplace. Faites-les vérifier avant d’ouvrir le cours.",
  plain_untranslated:
    "Certains textes ne sont pas encore traduits. Ils sont montrés dans la langue de l’original, avec une marque.",
  plain_pale_colour:
    "La couleur de votre structure est trop pâle pour être lue sur du blanc ; choisissez-en une plus foncée.",
  plain_organisation: "Le fichier de votre structure est à corriger à ces lignes (les messages sont en anglais) :",
  times: "{0} fois",
  refused: "Cela ne peut pas être construit : {0}",
  gone: "L’aperçu ne répond pas. Est-il toujours en marche ?",
  choose_file: "Choisissez d’abord le fichier de votre structure.",
  too_large: "Le logo est trop lourd : 4 Mo au plus.",
  sheet: "Fiche",
  print: "Imprimer la fiche",
  why: "Pourquoi :",
  from: "Source :",
  waiting: "Le cours est en cours de lecture…",
  no_course: "Il n’y a pas de cours ici. Nommez le dossier d’un cours au démarrage de l’aperçu.",
  unsound:
    "Ce cours ne peut pas être construit tel quel. Son auteur ou son autrice trouve les raisons sous « Courses and packages ».",
};

const all = { en: english, fr: french };

/** A sentence in the language of the page, with its places filled. */
export const say = (word: Word, ...values: (string | number)[]): string =>
  all[speech()][word].replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ""));
