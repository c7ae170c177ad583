import type { Word } from "./words-en";

/** Texts of the coordinator's page in French. */
export const french: Readonly<Record<Word, string>> = {
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
