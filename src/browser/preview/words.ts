/** Languages of the coordinator's page. */
export type UiLanguage = "en" | "fr";

const kept = "protect-scorm language";

/** The language chosen last, else that of the browser. */
export function uiLanguage(): UiLanguage {
  const chosen = localStorage.getItem(kept) ?? navigator.language;
  return chosen.startsWith("fr") ? "fr" : "en";
}

export const setUiLanguage = (language: UiLanguage): void => localStorage.setItem(kept, language);

const english = {
  title: "Get the package for your LMS",
  intro: "Choose, build, download. The sheet below explains what to do in your LMS.",
  choose: "Choose",
  course: "Course",
  edition: "Version",
  full_course: "The whole course",
  language: "Language",
  source: "original",
  reviewed: "reviewed by a native speaker",
  translated: "translated, not yet reviewed by a native speaker",
  unfinished: "{0} texts are missing or out of date: cannot be built yet",
  unreadable: "has errors: ask the author of the course",
  country: "Country",
  no_country: "No country in particular",
  draft: "draft",
  checked: "checked",
  draft_help:
    "Draft: {0} entries are not checked yet, {1} required entries are missing. " +
    "Learners do not see unchecked phone numbers; they see a general sentence instead.",
  lms: "LMS",
  any: "Any LMS, or I do not know",
  pass_mark: "Pass mark in percent",
  pass_mark_range: "From {0} to {1}, as the course allows.",
  pass_mark_fixed: "{0} %, fixed by the course.",
  pass_mark_none: "The course has no assessment: there is nothing to pass.",
  organisation: "Organisation",
  no_organisation: "None",
  own_file: "Your own file…",
  own_yaml: "Your organisation's file (.yaml)",
  own_logo: "Logo, if the file names one",
  own_help:
    "A small text file with the name, the contact and the safeguarding lead of your organisation. " +
    "The logo must have the file name that is given there.",
  build: "Build the package",
  building: "The package is being built…",
  ready: "The package is ready: {0}",
  facts: "{0}, {1} pages, {2} questions.",
  facts_mark: "Pass mark {0} %.",
  facts_state: "A learner's progress takes at most {0} of the {1} characters that the LMS saves.",
  download: "Download the package",
  failed: "The package could not be built",
  failed_help: "Send these lines to the author of the course. Packages that you downloaded before still work.",
  notes: "Good to know before you use it",
  notes_none: "No problems for learners were found.",
  for_author: "For the author of the course: {0}",
  plain_country_draft:
    "The country is a draft: learners do not see unchecked phone numbers; they see a general sentence instead. " +
    "Have the numbers checked before learners see the course.",
  plain_untranslated: "Some texts are not translated yet. They are shown in the original language, and marked.",
  plain_pale_colour: "The colour of your organisation is too pale to be read on white; choose a darker one.",
  plain_organisation: "Correct your organisation's file at these lines:",
  times: "{0} times",
  refused: "This cannot be built: {0}",
  gone: "The preview does not answer. Is it still running?",
  choose_file: "Choose your organisation's file first.",
  too_large: "The logo is too large: at most 4 MB are allowed.",
  sheet: "Sheet",
  print: "Print the sheet",
  why: "Why:",
  from: "Source:",
  waiting: "The course is loading…",
  no_course: "There is no course here. Start the preview with the folder of a course.",
  unsound: "This course has errors and cannot be built. The author finds them under “Courses and packages”.",
};

export type Word = keyof typeof english;

const french: Readonly<Record<Word, string>> = {
  title: "Obtenir le paquet pour votre plateforme",
  intro: "Choisissez, construisez, téléchargez. La fiche ci-dessous explique quoi faire dans votre plateforme.",
  choose: "Choisir",
  course: "Cours",
  edition: "Version",
  full_course: "Le cours entier",
  language: "Langue",
  source: "original",
  reviewed: "relu par une personne de langue maternelle",
  translated: "traduit, pas encore relu par une personne de langue maternelle",
  unfinished: "{0} textes manquent ou ne sont plus à jour : pas encore constructible",
  unreadable: "contient des erreurs : demandez à l’auteur ou l’autrice du cours",
  country: "Pays",
  no_country: "Aucun pays en particulier",
  draft: "brouillon",
  checked: "vérifié",
  draft_help:
    "Brouillon : {0} entrées ne sont pas encore vérifiées, {1} entrées nécessaires manquent. " +
    "Un numéro de téléphone non vérifié n’est pas montré ; une phrase générale le remplace.",
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
    "Un petit fichier texte avec le nom, le contact et la personne référente de votre structure. " +
    "Le logo doit porter le nom qui y est écrit.",
  build: "Construire le paquet",
  building: "Le paquet est en construction…",
  ready: "Le paquet est prêt : {0}",
  facts: "{0}, {1} pages, {2} questions.",
  facts_mark: "Seuil de réussite : {0} %.",
  facts_state: "La progression d’une personne occupe au plus {0} des {1} caractères que la plateforme garde.",
  download: "Télécharger le paquet",
  failed: "Le paquet n’a pas pu être construit",
  failed_help:
    "Envoyez ces lignes à l’auteur ou l’autrice du cours (les messages sont en anglais). " +
    "Les paquets déjà téléchargés fonctionnent toujours.",
  notes: "Bon à savoir avant de l’utiliser",
  notes_none: "Aucun problème pour les personnes qui apprennent n’a été trouvé.",
  for_author: "Pour l’auteur ou l’autrice du cours : {0}",
  plain_country_draft:
    "Le pays est un brouillon : les numéros de téléphone non vérifiés ne sont pas montrés, une phrase générale les " +
    "remplace. Faites-les vérifier avant d’ouvrir le cours.",
  plain_untranslated:
    "Certains textes ne sont pas encore traduits. Ils sont montrés dans la langue de l’original, avec une marque.",
  plain_pale_colour:
    "La couleur de votre structure est trop pâle pour être lue sur du blanc ; choisissez-en une plus foncée.",
  plain_organisation: "Corrigez le fichier de votre structure à ces lignes (les messages sont en anglais) :",
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
  no_course: "Il n’y a pas de cours ici. Démarrez l’aperçu avec le dossier d’un cours.",
  unsound:
    "Ce cours contient des erreurs et ne peut pas être construit. " +
    "Son auteur ou son autrice les trouve sous « Courses and packages ».",
};

const all = { en: english, fr: french };

/** A text in the language of the page, with its placeholders filled in. */
export const say = (word: Word, ...values: (string | number)[]): string =>
  all[uiLanguage()][word].replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ""));
