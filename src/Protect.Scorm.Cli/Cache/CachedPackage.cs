using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Reporting;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Cli.Cache;

/// <summary>
/// Result of building one package: everything a build reports, and the digests of the files it wrote. The files
/// themselves are in the output folder.
/// </summary>
/// <param name="FileName">Name of the zip.</param>
/// <param name="Written">Names and SHA-256 of the written files, the zip first.</param>
/// <param name="Sums">Lines of SHA256SUMS.</param>
/// <param name="Summary">Facts that the build prints about the package.</param>
/// <param name="Diagnostics">Errors, warnings and notes of the build.</param>
internal sealed record CachedPackage(
    string FileName,
    IReadOnlyList<(string Name, string Digest)> Written,
    IReadOnlyList<(string Name, string Hash)> Sums,
    PackageSummary Summary,
    IReadOnlyList<Diagnostic> Diagnostics
)
{
    public void Write(BinaryWriter to)
    {
        to.Write(FileName);
        to.Pairs([.. Written]);
        to.Pairs([.. Sums]);
        Write(to, Summary);
        to.List(Diagnostics, finding => Write(to, finding));
    }

    public static CachedPackage Read(BinaryReader from) =>
        new(from.ReadString(), from.Pairs(), from.Pairs(), ReadSummary(from), from.List(() => ReadFinding(from)));

    private static void Write(BinaryWriter to, PackageSummary summary)
    {
        to.Write(summary.Title);
        to.Write(summary.Language);
        to.Write(summary.Pages);
        to.Write(summary.Questions);
        to.Write(summary.PassMark ?? -1);
        to.Write(summary.Target.Id);
        to.List(summary.Advice, to.Write);
        to.Write(summary.State.Characters);
        to.List(
            summary.State.Modules,
            module =>
            {
                to.Write(module.Id);
                to.Write(module.Bits);
                to.List(
                    module.Questions,
                    question =>
                    {
                        to.Write(question.Id);
                        to.Write(question.Bits);
                    }
                );
            }
        );
    }

    private static PackageSummary ReadSummary(BinaryReader from) =>
        new()
        {
            Title = from.ReadString(),
            Language = from.ReadString(),
            Pages = from.ReadInt32(),
            Questions = from.ReadInt32(),
            PassMark = from.ReadInt32() is var mark and >= 0 ? mark : null,
            Target = LmsTargets.ById(from.ReadString()),
            Advice = from.List(from.ReadString),
            State = new StateBudget(
                from.ReadInt32(),
                from.List(() =>
                    new ModuleBudget(
                        from.ReadString(),
                        from.ReadInt32(),
                        from.List(() => new QuestionBudget(from.ReadString(), from.ReadInt32()))
                    )
                )
            ),
        };

    private static void Write(BinaryWriter to, Diagnostic finding)
    {
        to.Write(finding.Rule.Slug);
        to.Write((int)finding.Rule.Severity);
        to.Write(finding.Message);
        to.Write(finding.Help);
        to.Write(finding.Span.File.Path);
        to.Write(finding.Span.Line);
        to.Write(finding.Span.Column);
        to.Write(finding.Span.Length);
        to.Write(finding.Span.File.Line(finding.Span.Line));
    }

    private static Diagnostic ReadFinding(BinaryReader from)
    {
        string slug = from.ReadString();
        var severity = (Severity)from.ReadInt32();
        string message = from.ReadString(),
            help = from.ReadString(),
            path = from.ReadString();
        (int line, int column, int length) = (from.ReadInt32(), from.ReadInt32(), from.ReadInt32());
        // Only the line that is shown with the finding was stored.
        var file = new SourceFile(path, new string('\n', line - 1) + from.ReadString());
        return new Diagnostic(
            Suppression.Rules.FirstOrDefault(rule => rule.Slug == slug)
                ?? new DiagnosticRule(slug, severity, message, help),
            file.At(line, column, length),
            message,
            help
        );
    }
}
