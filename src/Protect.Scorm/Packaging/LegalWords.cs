namespace Protect.Scorm.Packaging;

/// <summary>Table of the headings of the legal files, by language.</summary>
internal sealed record LegalWords
{
    public required string Version { get; init; }

    public required string Authors { get; init; }

    public required string Credits { get; init; }

    public required string Licence { get; init; }

    public required string Content { get; init; }

    public required string Notice { get; init; }

    public required string Program { get; init; }

    public required string NoNotices { get; init; }

    private static readonly LegalWords English = new()
    {
        Version = "Version",
        Authors = "Authors",
        Credits = "Credits",
        Licence = "Licence",
        Content = "The content of this course",
        Notice = "To read this licence, visit:",
        Program = "The player program: MIT",
        NoNotices = "This package contains no third-party programs.",
    };

    private static readonly LegalWords French = new()
    {
        Version = "Version",
        Authors = "Auteurs et autrices",
        Credits = "Remerciements et sources",
        Licence = "Licence",
        Content = "Le contenu de ce cours",
        Notice = "Pour lire cette licence :",
        Program = "Le programme du lecteur : MIT",
        NoNotices = "Aucun programme de tiers n’accompagne ce cours.",
    };

    /// <param name="language">BCP 47 tag; only its first part counts.</param>
    public static LegalWords For(string language) =>
        language.Split('-')[0].Equals("fr", StringComparison.OrdinalIgnoreCase) ? French : English;
}
