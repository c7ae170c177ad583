using Protect.Scorm.Model;

namespace Protect.Scorm.Targets;

/// <summary>Instructions for each target. Names of menus and settings are given only where a source has them.</summary>
internal static class LmsInstructionTable
{
    private static readonly SheetText MoodleSeen =
            new("seen on Moodle 4.1.10, default settings", "vu sur Moodle 4.1.10, réglages par défaut"),
        MoodleLatest = new("seen on Moodle 4.1.10 and 4.5", "vu sur Moodle 4.1.10 et 4.5"),
        MoodleCode = new("code of Moodle 4.1.10, mod/scorm", "code de Moodle 4.1.10, mod/scorm"),
        MoodleDocs = Named("docs.moodle.org, SCORM settings"),
        MoodleForm =
            new(
                "seen on Moodle 4.1.10; MDL-80255 (January 2024) for newer releases",
                "vu sur Moodle 4.1.10 ; MDL-80255 (janvier 2024) pour les versions récentes"
            ),
        IliasDocs = Named("iliastutorials.com, SCORM learning modules, learning progress"),
        IliasCode = new("code of ILIAS, SCORM1_2standard.js", "code d'ILIAS, SCORM1_2standard.js"),
        ChamiloDocs = Named("docs.chamilo.org, teacher guide"),
        ChamiloTeam = Named("chamilo-lms, discussion 5383"),
        ChamiloCode = new("code of Chamilo 2.0", "code de Chamilo 2.0"),
        EdxReadme = Named("openedx-scorm-xblock, README"),
        EdxDocs = new("Open edX documentation, SCORM XBlock", "documentation d'Open edX, SCORM XBlock"),
        EdxCode = new("code of openedx-scorm-xblock", "code d'openedx-scorm-xblock"),
        OlatDocs = new("OLAT help of BPS, course element SCORM", "aide OLAT de BPS, élément de cours SCORM"),
        OlatCode = new("code of OpenOlat with scorm-again", "code d'OpenOlat avec scorm-again"),
        TalentDocs = Named("help.talentlms.com, SCORM scoring and reporting issues"),
        CanvasDocs = Named("community.canvaslms.com, SCORM signed launch links"),
        BlackboardDocs = Named("help.anthology.com, content packages"),
        BlackboardUltra =
            new(
                "a university's help for Blackboard Ultra, SCORM content",
                "aide d'une université pour Blackboard Ultra, contenu SCORM"
            ),
        SapNote = new("SAP note 2978409", "note SAP 2978409"),
        DoceboDocs = Named("help.docebo.com, SCORM as training material"),
        CloudDocs = Named("scorm.com, SCORM Cloud debug logs"),
        CloudGuide = new("SCORM Cloud user guide", "guide de SCORM Cloud");

    private static SheetText Named(string source) => new(source, source);

    private static bool ByLms(Tracking tracking) => tracking.DecidedBy.Value == VerdictBy.Lms;

    public static LmsInstructions Moodle { get; } =
        new()
        {
            Evidence = Evidence.Tried,
            Settings =
            [
                new(
                    new(
                        "Add an activity of the kind “SCORM package” and upload the zip as it is.",
                        "Ajoutez une activité « Paquetage SCORM » et déposez le zip tel quel."
                    ),
                    null,
                    MoodleDocs
                ),
                new(
                    new(
                        "“Grade”: grading method “Highest grade”, maximum grade 100.",
                        "« Note » : méthode d'évaluation « Note la plus haute », note maximale 100."
                    ),
                    new(
                        "The package reports a percentage from 0 to 100; Moodle takes it as it is.",
                        "Le paquet transmet un pourcentage de 0 à 100 ; Moodle le reprend tel quel."
                    ),
                    MoodleSeen
                ),
                new(
                    new(
                        "“Number of attempts”: “Unlimited attempts”. “Force new attempt”: no. “Lock after "
                            + "final attempt”: no.",
                        "« Nombre de tentatives » : « Tentatives illimitées ». « Imposer une nouvelle "
                            + "tentative » : non. « Verrouiller après la tentative finale » : non."
                    ),
                    new(
                        "The course counts its attempts itself. A new attempt of Moodle's begins with empty "
                            + "data, so that learners would not come back to where they were.",
                        "Le cours compte lui-même les essais. Une nouvelle tentative de Moodle commence "
                            + "sans données : on ne retrouverait pas l'endroit où l'on s'était arrêté."
                    ),
                    MoodleSeen
                ),
                new(
                    new(
                        "“Activity completion”: tick “Completed”. It is under “Add requirements” in Moodle 4.5, "
                            + "under “Require status” in 4.1.",
                        "« Achèvement d'activité » : cochez « Terminé », dans les conditions d'achèvement."
                    ),
                    new(
                        "Moodle ticks the activity when the course reports that status.",
                        "Moodle coche l'activité quand le cours annonce ce statut."
                    ),
                    MoodleForm
                )
                {
                    When = tracking => !tracking.ReportsPass && !ByLms(tracking),
                },
                new(
                    new(
                        "“Activity completion”: tick “Passed” and “Completed”. Both are under “Add requirements” in "
                            + "Moodle 4.5, under “Require status” in 4.1.",
                        "« Achèvement d'activité » : cochez « Réussi » et « Terminé » parmi les conditions."
                    ),
                    new(
                        "The last status of the course is “passed”. Moodle 4.5 compares the last status only; with "
                            + "“Completed” alone it can take the tick away later.",
                        "Le dernier statut du cours est « réussi ». Moodle 4.5 ne compare que le dernier statut ; avec "
                            + "« Terminé » seul, la coche peut disparaître plus tard."
                    ),
                    MoodleLatest
                )
                {
                    When = tracking => tracking.ReportsPass && !ByLms(tracking),
                },
                new(
                    new(
                        "“Activity completion”: tick “Passed” and “Completed”.",
                        "« Achèvement d'activité » : cochez « Réussi » et « Terminé »."
                    ),
                    new(
                        "Moodle decides by the mastery score of the package when the learner leaves.",
                        "Moodle décide d'après le seuil de réussite du paquet, quand on quitte le cours."
                    ),
                    MoodleSeen
                )
                {
                    When = ByLms,
                },
                new(
                    new("“Disable preview mode”: yes.", "« Désactiver le mode prévisualisation » : oui."),
                    new(
                        "In preview Moodle stores what is done as if it counted.",
                        "En prévisualisation, Moodle enregistre ce qui est fait comme si cela comptait."
                    ),
                    MoodleSeen
                ),
                new(
                    new("“Force completed”: no.", "« Imposer de terminer » : non."),
                    new(
                        "Moodle would call every visit completed.",
                        "Moodle considérerait chaque visite comme terminée."
                    ),
                    MoodleDocs
                ),
            ],
            Checks =
            [
                new(
                    new(
                        "Open the reports of the activity: the attempt is there with its status, its score "
                            + "and its time.",
                        "Ouvrez les rapports de l'activité : la tentative y est, avec son statut, son score "
                            + "et sa durée."
                    ),
                    null,
                    MoodleSeen
                ),
                new(
                    new(
                        "When the learner has passed, the activity is ticked on the course page, and the "
                            + "grade is in the gradebook.",
                        "Après la réussite, l'activité est cochée sur la page du cours et la note est dans "
                            + "le carnet de notes."
                    ),
                    null,
                    MoodleSeen
                )
                {
                    When = tracking => tracking.ReportsPass,
                },
                new(
                    new(
                        "A learner who opens the course again after finishing is in review mode; “Start a "
                            + "new attempt” would begin without the old data.",
                        "Qui revient après avoir terminé est en relecture ; « Commencer une nouvelle "
                            + "tentative » repartirait sans les anciennes données."
                    ),
                    null,
                    MoodleSeen
                ),
            ],
            Troubleshooting =
            [
                new(
                    new(
                        "The grade is there but the activity is not ticked: look at “Activity completion”. Where "
                            + "nothing is ticked there, nothing is recorded as complete.",
                        "La note est là mais l'activité n'est pas cochée : regardez « Achèvement d'activité ». Si rien "
                            + "n'y est coché, rien n'est noté comme terminé."
                    ),
                    null,
                    MoodleSeen
                )
                {
                    When = tracking => !ByLms(tracking),
                },
                new(
                    new(
                        "Work was done while the connection or the login was gone: Moodle may have reported "
                            + "success and stored nothing. The learner opens the course again on the same device: "
                            + "it sends what it kept.",
                        "Le travail a été fait sans connexion, ou une fois la session expirée : Moodle a pu "
                            + "répondre oui sans rien enregistrer. En rouvrant le cours sur le même appareil, la "
                            + "personne envoie ce qu'il a gardé."
                    ),
                    null,
                    MoodleSeen
                ),
                new(
                    new(
                        "Ask the people who run Moodle whether “SCORM 1.2 standard mode” is on: then only "
                            + "4,096 characters of progress are kept.",
                        "Demandez aux personnes qui gèrent Moodle si le mode « standard SCORM 1.2 » est "
                            + "activé : il ne garde que 4 096 caractères de progression."
                    ),
                    null,
                    MoodleCode
                ),
            ],
        };

    public static LmsInstructions Ilias { get; } =
        new()
        {
            Evidence = Evidence.CodeRead,
            Settings =
            [
                new(
                    new(
                        "Add a SCORM learning module, import the zip, and look through its “Settings” tab.",
                        "Ajoutez un module d'apprentissage SCORM, importez le zip, et parcourez son onglet "
                            + "« Settings » (réglages)."
                    ),
                    null,
                    IliasDocs
                ),
                new(
                    new(
                        "In the tab “Learning progress” choose the mode that takes its status from the SCORM module.",
                        "Dans l'onglet « Learning progress » (progression), choisissez le mode qui reprend "
                            + "le statut du module SCORM."
                    ),
                    new(
                        "Learning progress is switched on by an administrator first.",
                        "La progression doit d'abord être activée par l'administration."
                    ),
                    IliasDocs
                ),
                new(
                    new("Leave the threshold of the module empty.", "Laissez vide le seuil de réussite du module."),
                    new(
                        "Below a threshold ILIAS turns “completed” into “failed”; the course decides by itself.",
                        "Sous un seuil, ILIAS change « completed » en « failed » ; c'est le cours qui décide."
                    ),
                    IliasCode
                )
                {
                    When = tracking => !ByLms(tracking),
                },
            ],
            Checks =
            [
                new(
                    new(
                        "In the tab “Learning progress” the learner appears with a status once the course was left.",
                        "Dans l'onglet « Learning progress », la personne apparaît avec un statut une fois "
                            + "le cours quitté."
                    ),
                    null,
                    IliasDocs
                ),
            ],
            Troubleshooting =
            [
                new(
                    new(
                        "Answers are missing in reports: storing of interactions may be switched off. The "
                            + "status does not depend on it.",
                        "Les réponses manquent dans les rapports : leur enregistrement est peut-être "
                            + "désactivé. Le statut n'en dépend pas."
                    ),
                    null,
                    IliasCode
                ),
                new(
                    new(
                        "Status and score stay empty: the learner may be in a mode without credit, in which "
                            + "ILIAS silently drops both.",
                        "Statut et score restent vides : la personne est peut-être dans un mode sans "
                            + "crédit, où ILIAS abandonne les deux sans rien dire."
                    ),
                    null,
                    IliasCode
                ),
            ],
        };

    public static LmsInstructions Chamilo { get; } =
        new()
        {
            Evidence = Evidence.CodeRead,
            Settings =
            [
                new(
                    new(
                        "In the learning paths of the course, import the zip with the SCORM import.",
                        "Dans les parcours d'apprentissage du cours, importez le zip avec l'import SCORM."
                    ),
                    null,
                    ChamiloDocs
                ),
            ],
            Checks =
            [
                new(
                    new(
                        "The learning path shows the step as completed or passed, and the progress of the learner.",
                        "Le parcours montre l'étape comme terminée ou réussie, et la progression de la personne."
                    ),
                    null,
                    ChamiloDocs
                ),
            ],
            Troubleshooting =
            [
                new(
                    new(
                        "The status no longer changes: after “completed” Chamilo keeps it. A new visit "
                            + "changes nothing; the score of the course is the best one.",
                        "Le statut ne change plus : après « completed », Chamilo le garde. Une nouvelle "
                            + "visite n'y change rien ; le score du cours est le meilleur."
                    ),
                    null,
                    ChamiloTeam
                ),
                new(
                    new(
                        "A confirmation proves nothing here: Chamilo confirms before it has stored. Trust "
                            + "the report, not the page.",
                        "Un oui ne prouve rien ici : Chamilo confirme avant d'avoir enregistré. Fiez-vous "
                            + "au rapport, pas à la page."
                    ),
                    null,
                    ChamiloCode
                ),
            ],
        };

    public static LmsInstructions OpenEdx { get; } =
        new()
        {
            Evidence = Evidence.CodeRead,
            Settings =
            [
                new(
                    new(
                        "In Studio, “Settings”, “Advanced Settings”: add \"scorm\" to the “Advanced Module List”.",
                        "Dans Studio, « Settings », « Advanced Settings » : ajoutez \"scorm\" à « Advanced "
                            + "Module List »."
                    ),
                    null,
                    EdxReadme
                ),
                new(
                    new(
                        "In the unit, “Advanced”, “Scorm module”; “Edit” takes the zip. One SCORM component in a unit.",
                        "Dans l'unité, « Advanced », « Scorm module » ; « Edit » reçoit le zip. Un seul "
                            + "composant SCORM par unité."
                    ),
                    null,
                    EdxDocs
                ),
                new(
                    new(
                        "Set “Scored” to true, and give it a weight.",
                        "Mettez « Scored » à True, et donnez-lui un poids."
                    ),
                    null,
                    EdxDocs
                )
                {
                    When = tracking => tracking.Score.Value != ScoreSource.None,
                },
                new(
                    new("Set “Scored” to false.", "Mettez « Scored » à False."),
                    new("The course reports no score.", "Le cours ne transmet pas de score."),
                    EdxDocs
                )
                {
                    When = tracking => tracking.Score.Value == ScoreSource.None,
                },
            ],
            Checks =
            [
                new(
                    new(
                        "The score is in the progress tab of the course.",
                        "Le score figure dans l'onglet de progression du cours."
                    ),
                    null,
                    EdxReadme
                )
                {
                    When = tracking => tracking.Score.Value != ScoreSource.None,
                },
            ],
            Troubleshooting =
            [
                new(
                    new(
                        "Individual answers are in no report: this XBlock does not keep them.",
                        "Les réponses une à une ne sont dans aucun rapport : ce XBlock ne les garde pas."
                    ),
                    null,
                    EdxCode
                ),
                new(
                    new(
                        "Grade 0 after a failure: “failed” counts as 0 here. The best result counts again "
                            + "once the learner passes.",
                        "Note 0 après un échec : « failed » compte ici comme 0. Le meilleur résultat compte "
                            + "de nouveau après la réussite."
                    ),
                    null,
                    EdxCode
                )
                {
                    When = tracking => tracking.Report is ReportStyle.PassedFailed or ReportStyle.CompletedFailed,
                },
            ],
        };

    public static LmsInstructions OpenOlat { get; } =
        new()
        {
            Evidence = Evidence.CodeRead,
            Settings =
            [
                new(
                    new(
                        "Import the zip as a SCORM learning resource, and place it in the course with a "
                            + "course element “SCORM”.",
                        "Importez le zip comme ressource SCORM, et placez-le dans le cours avec un élément "
                            + "de cours « SCORM »."
                    ),
                    null,
                    OlatDocs
                ),
                new(
                    new(
                        "Let the element be assessed, and do not limit the number of attempts.",
                        "Rendez l'élément évaluable, et ne limitez pas le nombre d'essais."
                    ),
                    new("The course counts its attempts itself.", "Le cours compte lui-même les essais."),
                    OlatDocs
                ),
            ],
            Checks =
            [
                new(
                    new(
                        "The assessment of the learner appears above the start button of the element after "
                            + "the course was left.",
                        "L'évaluation de la personne figure au-dessus du bouton de démarrage de l'élément, "
                            + "une fois le cours quitté."
                    ),
                    null,
                    OlatDocs
                ),
            ],
            Troubleshooting =
            [
                new(
                    new(
                        "The view closes when the course is left after finishing: that is how OpenOlat ends "
                            + "a package of one part. Nothing is lost.",
                        "La vue se ferme quand on quitte le cours terminé : c'est ainsi qu'OpenOlat clôt un "
                            + "paquet en une partie. Rien n'est perdu."
                    ),
                    null,
                    OlatCode
                ),
            ],
        };

    public static LmsInstructions TalentLms { get; } =
        new()
        {
            Evidence = Evidence.Documented,
            Settings =
            [
                new(
                    new(
                        "Look at the completion rules of the course: they say whether the score of the "
                            + "SCORM unit becomes the score of the course.",
                        "Regardez les règles d'achèvement du cours : elles disent si le score de l'unité "
                            + "SCORM devient celui du cours."
                    ),
                    null,
                    TalentDocs
                ),
            ],
            Checks =
            [
                new(
                    new(
                        "“Reports”, “Learning activities”, a SCORM report, tab “Analysis”: status and score "
                            + "of the first learner are there.",
                        "« Reports », « Learning activities », un rapport SCORM, onglet « Analysis » : le "
                            + "statut et le score de la première personne y sont."
                    ),
                    null,
                    TalentDocs
                ),
            ],
            Troubleshooting =
            [
                new(
                    new(
                        "“Analysis” is empty: nothing reached TalentLMS. It is filled but the course has no "
                            + "score: the completion rules leave the unit out.",
                        "« Analysis » est vide : rien n'est arrivé à TalentLMS. Il est rempli mais le cours "
                            + "n'a pas de score : les règles d'achèvement laissent l'unité de côté."
                    ),
                    null,
                    TalentDocs
                ),
            ],
        };

    public static LmsInstructions Canvas { get; } =
        new()
        {
            Evidence = Evidence.Documented,
            Settings =
            [
                new(
                    new(
                        "Upload the zip under “SCORM” in the navigation of the course; without that entry, "
                            + "the people who run Canvas must switch it on.",
                        "Déposez le zip sous « SCORM » dans la navigation du cours ; sans cette entrée, les "
                            + "personnes qui gèrent Canvas doivent l'activer."
                    ),
                    new(
                        "Links to content that was uploaded elsewhere are refused since launch links are signed.",
                        "Les liens vers un contenu déposé ailleurs sont refusés depuis que les liens de "
                            + "lancement sont signés."
                    ),
                    CanvasDocs
                ),
            ],
        };

    public static LmsInstructions Blackboard { get; } =
        new()
        {
            Evidence = Evidence.Documented,
            Settings =
            [
                new(
                    new(
                        "Add a “SCORM package” and upload the zip; choose “Grade SCORM” before you finish.",
                        "Ajoutez un « SCORM package » et déposez le zip ; choisissez « Grade SCORM » avant de terminer."
                    ),
                    new(
                        "In the Ultra view the settings of the grade cannot be changed after the import.",
                        "Dans la vue Ultra, les réglages de la note ne se changent plus après l'import."
                    ),
                    BlackboardUltra
                ),
                new(
                    new(
                        "One attempt, or unlimited ones: with several, the last one with a grade counts.",
                        "Une tentative, ou un nombre illimité : s'il y en a plusieurs, la dernière notée compte."
                    ),
                    null,
                    BlackboardUltra
                ),
            ],
            Troubleshooting =
            [
                new(
                    new(
                        "Your institution decides which player plays packages: ask for the SCORM Engine.",
                        "C'est votre établissement qui choisit le lecteur des paquets : demandez le SCORM Engine."
                    ),
                    null,
                    BlackboardDocs
                ),
            ],
        };

    public static LmsInstructions SuccessFactors { get; } =
        new()
        {
            Evidence = Evidence.Documented,
            Settings =
            [
                new(
                    new(
                        "“Content”, “Content Objects”: leave “Mastery Score” as the import filled it in.",
                        "« Content », « Content Objects » : laissez « Mastery Score » comme l'import l'a rempli."
                    ),
                    null,
                    SapNote
                ),
            ],
            Troubleshooting =
            [
                new(
                    new(
                        "Work of more than half an hour is missing: the session ends after 30 minutes "
                            + "without activity unless the keep-alive setting extends it. Ask the people who run "
                            + "the platform.",
                        "Il manque un travail de plus d'une demi-heure : la session expire après 30 minutes "
                            + "d'inactivité, sauf si le réglage de maintien la prolonge. Demandez aux personnes "
                            + "qui gèrent la plateforme."
                    ),
                    null,
                    SapNote
                ),
            ],
        };

    public static LmsInstructions Docebo { get; } =
        new()
        {
            Evidence = Evidence.Documented,
            Settings =
            [
                new(
                    new(
                        "In the course, “Training Material”, “Add Training Material”, “SCORM”: upload the zip.",
                        "Dans le cours, « Training Material », « Add Training Material », « SCORM » : déposez le zip."
                    ),
                    null,
                    DoceboDocs
                ),
            ],
            Troubleshooting =
            [
                new(
                    new(
                        "Learners come back to the beginning: Docebo keeps 4,096 characters of progress; "
                            + "build the package for Docebo or for any LMS.",
                        "On revient au début : Docebo garde 4 096 caractères de progression ; construisez "
                            + "le paquet pour Docebo ou pour toute plateforme."
                    ),
                    null,
                    DoceboDocs
                ),
            ],
        };

    public static LmsInstructions ScormCloud { get; } =
        new()
        {
            Evidence = Evidence.Documented,
            Settings =
            [
                new(
                    new(
                        "Import the zip as a course, and launch it in the sandbox first.",
                        "Importez le zip comme cours, et lancez-le d'abord dans l'espace d'essai (« sandbox »)."
                    ),
                    null,
                    CloudGuide
                ),
            ],
            Troubleshooting =
            [
                new(
                    new(
                        "“Show Debug” in the navigation bar lists every call that the package made.",
                        "« Show Debug », dans la barre de navigation, montre chaque appel fait par le paquet."
                    ),
                    null,
                    CloudDocs
                ),
            ],
        };

    /// <summary>For targets without specific instructions.</summary>
    public static LmsInstructions Unknown { get; } = new() { Evidence = Evidence.NotTried };
}
