using Protect.Scorm.Model;

namespace Protect.Scorm.Targets;

/// <summary>The texts of instruction sheets that are the same for every LMS.</summary>
internal static class SheetTexts
{
    private static readonly SheetText Standard = new("SCORM 1.2 RTE, 3.4", "SCORM 1.2 RTE, 3.4"),
        Common =
            new("common to the LMSs whose code was read", "ce que des plateformes dont le code a été lu ont en commun");

    public static SheetText Title { get; } = new("Put the package into {0}", "Mettre le paquet dans {0}");

    public static SheetText AnyLms { get; } = new("your LMS", "votre plateforme");

    public static SheetText Reports { get; } = new("What this package reports", "Ce que ce paquet transmet");

    public static SheetText Settings { get; } = new("Settings to choose", "Réglages à choisir");

    public static SheetText Check { get; } = new("Check with the first learner", "Vérifier avec la première personne");

    public static SheetText Nothing { get; } = new("When nothing is recorded", "Quand rien n'est enregistré");

    public static SheetText Evidence(Evidence evidence) =>
        evidence switch
        {
            Targets.Evidence.Tried => new(
                "These instructions were tried on a running installation, unless a source says otherwise. "
                    + "Names of settings may differ in your release.",
                "Ce qui suit a été vu sur une installation en marche, sauf indication contraire de la "
                    + "source. Les noms des réglages peuvent différer dans votre version."
            ),
            Targets.Evidence.CodeRead => new(
                "These instructions come from the code and the documentation of this LMS. They were not "
                    + "tried on a running installation: check with the first learner.",
                "Ce qui suit vient du code et de la documentation de cette plateforme. Rien n'a été essayé "
                    + "sur une installation en marche : vérifiez avec la première personne."
            ),
            Targets.Evidence.Documented => new(
                "This LMS is closed source. These instructions come from its documentation and were not "
                    + "tried: check with the first learner.",
                "Cette plateforme est fermée. Ce qui suit vient de sa documentation et n'a pas été essayé : "
                    + "vérifiez avec la première personne."
            ),
            _ => new(
                "This sheet applies to any LMS that supports SCORM 1.2. Names of settings differ: look for "
                    + "the settings described here.",
                "Cette fiche vaut pour toute plateforme qui accepte SCORM 1.2. Les noms des réglages "
                    + "changent : cherchez ce que les phrases décrivent."
            ),
        };

    /// <summary>Note on a sheet whose instructions for one LMS exist in English only.</summary>
    public static SheetText PartlyEnglish { get; } =
        new(
            "The instructions for this LMS are in English, with the names that its English pages use.",
            "Les instructions de cette plateforme sont en anglais, avec les noms de ses pages anglaises."
        );

    /// <summary>
    /// The number of leading <see cref="AnySettings"/> that tried targets replace by instructions with their own terms.
    /// </summary>
    public const int CoveredByTriedTargets = 2;

    public static IReadOnlyList<LmsInstruction> AnySettings { get; } =
    [
        new(
            new(
                "Upload the zip as it is; do not unpack it, and do not zip it again.",
                "Déposez le zip tel quel ; ne le décompressez pas et ne le recompressez pas."
            ),
            new("The manifest must be at the root of the zip.", "Le manifeste doit être à la racine du zip."),
            Common
        ),
        new(
            new(
                "Where the platform offers it: the best score counts, the highest score is 100, attempts "
                    + "are unlimited.",
                "Si la plateforme le propose : le meilleur score compte, le score maximal est 100, les "
                    + "tentatives sont illimitées."
            ),
            new(
                "The course counts its attempts itself and reports the best result as a percentage.",
                "Le cours compte lui-même les essais et transmet le meilleur résultat en pourcentage."
            ),
            null
        )
        {
            When = [TrackingCondition.ReportsScore],
        },
        new(
            new(
                "When you replace the package by a newer version of the same course, update it in place; do "
                    + "not delete it first.",
                "Pour remplacer le paquet par une version plus récente du même cours, mettez-le à jour sur "
                    + "place ; ne le supprimez pas d'abord."
            ),
            new(
                "Its identifiers stay the same, so that learners keep their results.",
                "Ses identifiants restent les mêmes : chacun garde ses résultats."
            ),
            null
        ),
    ];

    public static IReadOnlyList<LmsInstruction> AnyChecks { get; } =
    [
        new(
            new(
                "Log in as a learner, not as an editor, in a separate browser.",
                "Connectez-vous comme apprenant ou apprenante, pas comme éditeur, dans un navigateur à part."
            ),
            new(
                "Previews of editors are often recorded differently, or not at all.",
                "Les aperçus des éditeurs sont souvent enregistrés autrement, ou pas du tout."
            ),
            Common
        ),
        new(
            new(
                "Open three pages, leave with the button “Leave” of the course, and open it again: it shows "
                    + "the page you were on.",
                "Ouvrez trois pages, partez avec le bouton « Quitter » du cours, puis rouvrez-le : il est "
                    + "là où vous étiez."
            ),
            null,
            null
        ),
        new(
            new(
                "Complete the course as a learner would, and leave it.",
                "Faites le cours jusqu'au bout comme le ferait une personne qui apprend, puis quittez."
            ),
            null,
            null
        ),
        new(
            new(
                "Look at the report of the platform: it shows the status and the time, and they match the "
                    + "top of this sheet.",
                "Regardez le rapport de la plateforme : le statut et la durée y sont, et ils sont ceux du "
                    + "haut de cette fiche."
            ),
            null,
            null
        )
        {
            When = [TrackingCondition.ReportsNoScore],
        },
        new(
            new(
                "Look at the report of the platform: it shows status, score and time, and they match the "
                    + "top of this sheet.",
                "Regardez le rapport de la plateforme : le statut, le score et la durée y sont, et ils sont "
                    + "ceux du haut de cette fiche."
            ),
            null,
            null
        )
        {
            When = [TrackingCondition.ReportsScore],
        },
        new(
            new(
                "Do the same on a phone: lock it in the middle, and open the course again.",
                "Refaites-le sur un téléphone : verrouillez-le en plein milieu, puis rouvrez le cours."
            ),
            null,
            null
        ),
    ];

    public static IReadOnlyList<LmsInstruction> AnyTroubleshooting { get; } =
    [
        new(
            new(
                "The browser downloads a file instead of opening the course: the server sends a wrong content "
                    + "type. Ask the people who run the platform to send .html as text/html, .js as "
                    + "text/javascript and .css as text/css.",
                "Le navigateur télécharge un fichier au lieu d'ouvrir le cours : le serveur envoie un mauvais "
                    + "type de contenu. Demandez aux personnes qui gèrent la plateforme d'envoyer .html comme "
                    + "text/html, .js comme text/javascript et .css comme text/css."
            ),
            null,
            null
        ),
        new(
            new(
                "The course says at its top that nothing is saved: the connection or the login is gone. "
                    + "Keep the page open if you can; otherwise open the course again on the same device, and it "
                    + "sends what it kept.",
                "Le cours dit en haut de page que rien n'est enregistré : la connexion ou la session est "
                    + "perdue. Gardez la page ouverte si possible ; sinon rouvrez le cours sur le même appareil, "
                    + "qui enverra ce qu'il a gardé."
            ),
            null,
            null
        ),
        new(
            new(
                "The course says that it was opened without a platform: it runs from a different address "
                    + "than the platform, or in a separate window that cannot reach it. Choose to show it in the "
                    + "same window.",
                "Le cours dit qu'il a été ouvert sans plateforme : il vient d'une autre adresse que la "
                    + "plateforme, ou d'une fenêtre qu'elle n'atteint pas. Choisissez de l'afficher dans la même "
                    + "fenêtre."
            ),
            new(
                "In SCORM 1.2 the course finds the platform through the windows around it.",
                "En SCORM 1.2, le cours trouve la plateforme par les fenêtres qui l'entourent."
            ),
            Standard
        ),
        new(
            new(
                "The report stays empty although the course showed no error: play the same zip in the "
                    + "preview of protect-scorm. If status and score appear there, the settings of the platform "
                    + "are the cause.",
                "Le rapport reste vide alors que le cours a enregistré sans rien dire : jouez le même zip "
                    + "dans l'aperçu de protect-scorm. Si le statut et le score y apparaissent, la cause est dans "
                    + "les réglages de la plateforme."
            ),
            null,
            null
        ),
        new(
            new(
                "The platform never stores the result: the learner presses “Save a record of my work” in "
                    + "the course and sends you that text, which contains the result.",
                "La plateforme ne prend jamais le résultat : la personne choisit « Garder une trace de mon "
                    + "travail » dans le cours et vous envoie ce texte ; il contient le résultat."
            ),
            null,
            null
        ),
    ];

    /// <summary>Describes how the package reports.</summary>
    public static IEnumerable<SheetText> ReportsOf(Tracking tracking, bool hasAssessment)
    {
        yield return new("Status until then: “incomplete”.", "Statut en cours de route : « incomplete ».");
        yield return Met(tracking);
        if (tracking.Report is ReportStyle.PassedFailed or ReportStyle.CompletedFailed && hasAssessment)
            yield return new(
                "“failed” is reported only when no attempt is left.",
                "« failed » n'est transmis que lorsqu'il ne reste aucun essai."
            );
        if (hasAssessment)
            yield return new("Pass mark: {0} %.", "Seuil de réussite : {0} %.") { Number = tracking.PassMark };
        yield return tracking.Score.Value switch
        {
            ScoreSource.Assessment => new(
                "Score: the best result of the assessment, a percentage from 0 to 100.",
                "Score : le meilleur résultat de l'évaluation, un pourcentage de 0 à 100."
            ),
            ScoreSource.Checks => new(
                "Score: the share of knowledge checks done right, a percentage from 0 to 100.",
                "Score : la part des questions réussies, un pourcentage de 0 à 100."
            ),
            _ => new("No score.", "Pas de score."),
        };
        yield return tracking.Interactions
            ? new(
                "Each checked answer, by the id of its question; no free text of a learner.",
                "Chaque réponse validée, par l'identifiant de sa question ; aucun texte libre."
            )
            : new(
                "No individual answers, and no free text of a learner.",
                "Aucune réponse une à une, et aucun texte libre."
            );
        yield return new(
            "The time of each visit, and the page that the learner was on.",
            "La durée de chaque visite, et la page où l'on s'est arrêté."
        );
    }

    private static SheetText Met(Tracking tracking)
    {
        SheetText[] parts =
        [
            .. tracking.CompletedBy.Select(part =>
                part.Value switch
                {
                    CompletionPart.Pages => new SheetText("all pages are seen", "toutes les pages sont vues"),
                    CompletionPart.Checks => new SheetText(
                        "all knowledge checks are done",
                        "toutes les questions sont faites"
                    ),
                    _ => new SheetText("the assessment is passed", "l'évaluation est réussie"),
                }
            ),
        ];
        SheetText met =
            tracking.DecidedBy.Value == VerdictBy.Lms
                ? new(
                    "Status when {0}: “completed”; "
                        + "the platform turns the score into “passed” or “failed” by the mastery score of the package.",
                    "Statut quand {0} : « completed » ; "
                        + "la plateforme en fait « passed » ou « failed » d'après le score et le seuil du paquet."
                )
            : tracking.Report is ReportStyle.PassedFailed or ReportStyle.PassedIncomplete
                ? new(
                    "Status when {0}: first “completed”, then “passed”.",
                    "Statut quand {0} : d'abord « completed », puis « passed »."
                )
            : new("Status when {0}: “completed”.", "Statut quand {0} : « completed ».");
        return met with { Parts = parts };
    }
}
