namespace Protect.Scorm.Bench;

/// <summary>
/// Subject of a module of the common course, and the sentences of its pages. Neutral on purpose: the text is for
/// measuring, not for teaching.
/// </summary>
internal sealed record Theme(string Title, string Object, string Risk, string Gear, string Act)
{
    public static readonly Theme[] All =
    [
        new(
            "Accueillir un vélo",
            "l’état général du vélo",
            "une roue mal serrée",
            "les fiches d’entrée",
            "poser le vélo sur le pied"
        ),
        new(
            "Roues et pneus",
            "la pression des pneus",
            "une crevaison loin de tout",
            "les démonte-pneus",
            "regonfler avant de rouler"
        ),
        new("Freins", "l’usure des patins", "un freinage trop long", "la clé de cinq", "retendre le câble"),
        new(
            "Chaîne et vitesses",
            "la tension de la chaîne",
            "un saut de chaîne en montée",
            "le dérive-chaîne",
            "nettoyer avant de graisser"
        ),
        new(
            "Éclairage",
            "la portée des feux",
            "un virage pris sans être vu",
            "les piles de rechange",
            "allumer avant la nuit"
        ),
        new(
            "Rouler en groupe",
            "l’ordre de la file",
            "un écart sur la chaussée",
            "les gilets clairs",
            "annoncer chaque arrêt"
        ),
    ];

    private static readonly string[] Who =
    [
        "l’animatrice",
        "l’animateur",
        "la mécanicienne",
        "un bénévole",
        "une stagiaire",
        "le responsable de l’atelier",
        "la personne la plus expérimentée",
    ];

    private static readonly string[] Where =
    [
        "sous le préau",
        "devant le garage",
        "au bord du canal",
        "sur la place du marché",
        "dans la cour",
        "près de l’établi",
        "sur le chemin du retour",
        "à l’entrée du parc",
    ];

    private static readonly string[] When =
    [
        "En début d’après-midi",
        "Avant chaque sortie",
        "Dans les cinq premières minutes",
        "Quand le groupe est au complet",
        "Si un doute reste",
        "Après la réparation",
        "Au moment de ranger",
    ];

    /// <summary>Sentences of around 23 words each.</summary>
    public static readonly Func<Theme, Dice, string>[] Sentences =
    [
        (t, d) =>
            $"{d.Pick(When)}, {d.Pick(Who)} regarde {t.Object} avec la personne qui apporte le vélo et lui demande ce "
            + "qu’elle a remarqué en route.",
        (t, _) =>
            $"Mieux vaut {t.Act} calmement, en expliquant pourquoi, que de corriger trois fois le même geste quand "
            + "tout le monde veut déjà partir.",
        (t, _) =>
            $"L’atelier prête {t.Gear} à qui en a besoin, et le tableau accroché au mur montre où les remettre une "
            + "fois le travail fini.",
        (_, _) =>
            "Une personne qui débute apprend plus vite lorsque quelqu’un lui montre le geste lentement, "
            + "puis la laisse essayer sans parler à sa place.",
        (t, d) =>
            $"Lorsque cela arrive {d.Pick(Where)}, {d.Pick(Who)} reste avec le vélo pendant qu’une autre personne "
            + "accompagne le groupe un peu plus loin.",
        (_, _) =>
            "Dans le carnet, on écrit la date, ce qui a été fait et ce qui reste à surveiller, "
            + "pour que la séance suivante commence bien.",
        (_, _) =>
            "Personne ne repart avec une pièce provisoire sans le savoir : on le dit, on le note, "
            + "et l’on convient ensemble d’un jour pour revenir.",
        (t, d) =>
            $"La consigne ne change pas {d.Pick(Where)} : on s’arrête, on regarde l’ensemble, et l’on n’oublie pas de "
            + $"{t.Act} avant de reprendre.",
        (_, _) =>
            "Dire son prénom, demander celui de l’autre et raconter ce que l’on fait rend la réparation plus légère et "
            + "le conseil mieux entendu.",
        (t, d) =>
            $"{d.Pick(When)}, on revient sur {t.Object} avec des yeux neufs, parce que la fatigue fait passer à côté "
            + "de choses simples.",
        (t, _) =>
            $"Beaucoup de temps se perd à chercher {t.Gear}, alors que deux minutes de rangement le soir suffisent à "
            + "les retrouver le lendemain.",
        (_, d) =>
            $"Le soir même, {d.Pick(Who)} relit le carnet avec une deuxième personne, et ce qui manque est commandé "
            + "avant la fin de la semaine.",
        (_, _) =>
            "Au-delà de huit vélos, une personne ouvre la route et une autre la ferme, avec chacune un téléphone "
            + "chargé et la même carte.",
        (_, _) =>
            "Ce savoir tient dans les mains plus que dans les mots : trois essais tranquilles valent mieux qu’une "
            + "longue démonstration devant un groupe distrait.",
        (t, _) =>
            $"Pour éviter {t.Risk}, on prend l’habitude de poser la question à voix haute, même si la réponse semble "
            + "connue de tous.",
    ];

    public IReadOnlyList<string> Points =>
        [
            "S’arrêter et regarder l’ensemble",
            $"Contrôler {Object}",
            $"Préparer {Gear}",
            $"Penser à {Act}",
            "Remplir le carnet",
        ];
}
