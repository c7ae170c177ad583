namespace Protect.Scorm.Cli.Reports;

/// <summary>How a build or check tells what it found and made.</summary>
internal abstract class Report
{
    public static Report For(string format) =>
        format switch
        {
            "json" => new JsonReport(),
            "sarif" => new SarifReport(),
            _ => new TextReport(),
        };

    /// <summary>What else stands in the document of a format that is one: what was found in packages.</summary>
    public Action<System.Text.Json.Utf8JsonWriter>? Addition { get; set; }

    /// <summary>One course is done. <paramref name="path"/> is where its package was written; null when none was.</summary>
    public abstract void Add(string course, CompileResult result, string? path, TimeSpan time);

    /// <summary>All courses are done.</summary>
    public abstract void Finish();
}
