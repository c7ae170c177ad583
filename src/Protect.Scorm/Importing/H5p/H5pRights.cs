using Protect.Scorm.Importing.Html;

namespace Protect.Scorm.Importing.H5p;

/// <summary>
/// Licence, authors and source of a package or of a part of it. The codes are those of the metadata form of H5P's
/// editor.
/// </summary>
internal static class H5pRights
{
    /// <summary>Returns the licence as our courses name it; null when the author has not chosen one.</summary>
    public static string? Licence(H5pValue about)
    {
        string code = Words(about["license"]),
            version = Words(about["licenseVersion"]);
        string? name = code switch
        {
            "" or "U" => null,
            "CC0 1.0" => "CC0-1.0",
            "CC PDM" => "Public Domain Mark 1.0",
            "PD" => "Public domain",
            "ODC PDDL" => "PDDL-1.0",
            "GNU GPL" => version.Length > 0 ? $"GPL {version}" : "GPL",
            "C" => "Copyright, all rights reserved",
            _ when code.StartsWith("CC BY", StringComparison.Ordinal) => (
                code + (version.Length > 0 ? $" {version}" : "")
            ).Replace(' ', '-'),
            _ => $"{code} {version}".TrimEnd(),
        };
        return name;
    }

    /// <summary>Returns the authors, each with a role other than that of the author.</summary>
    public static IEnumerable<string> Authors(H5pValue about) =>
        about["authors"]
            .Items.Select(author => (Name: Words(author["name"]), Role: Words(author["role"])))
            .Where(author => author.Name.Length > 0)
            .Select(author =>
                author.Role is "" or "Author" ? author.Name : $"{author.Name} ({author.Role.ToLowerInvariant()})"
            )
            .Distinct()
            .Take(100);

    /// <summary>Returns what our format has no field for, one sentence per line; null for nothing.</summary>
    public static string? Notes(H5pValue about)
    {
        var lines = new List<string>();
        void Add(string label, string words)
        {
            if (words.Length > 0)
                lines.Add($"{label}: {words}");
        }

        Add("source", Words(about["source"]));
        string from = Words(about["yearFrom"]),
            to = Words(about["yearTo"]);
        Add("years", from.Length > 0 && to.Length > 0 ? $"{from}–{to}" : from + to);
        Add("about the licence", Words(about["licenseExtras"], 500));
        Add("comment of the authors", Words(about["authorComments"], 500));
        foreach (H5pValue change in about["changes"].Items.Take(20))
            Add("change", $"{Words(change["date"])} {Words(change["author"])} {Words(change["log"])}".Trim());
        return lines.Count > 0 ? string.Join('\n', lines) : null;
    }

    /// <summary>Returns authors, licence and source in one line; null when the metadata name none.</summary>
    /// <param name="metadata">Metadata of a content, or the older field “copyright” of a file.</param>
    public static string? Credit(H5pValue metadata)
    {
        string author = string.Join(", ", Authors(metadata));
        string[] parts =
        [
            author.Length > 0 ? author : Words(metadata["author"]),
            Licence(metadata) ?? "",
            Words(metadata["source"]),
        ];
        string credit = string.Join(", ", parts.Where(part => part.Length > 0));
        return credit.Length > 0 ? MarkdownText.Plain(credit, 300) : null;
    }

    private static string Words(H5pValue value, int most = 200) => MarkdownText.Plain(value.Text, most);
}
