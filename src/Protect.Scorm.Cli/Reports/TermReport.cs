using System.Globalization;
using Protect.Scorm.Translating;

namespace Protect.Scorm.Cli.Reports;

/// <summary>Prints the use of the glossary's terms in a translation.</summary>
internal static class TermReport
{
    /// <summary>Most addresses to print for one term.</summary>
    private const int Shown = 10;

    public static void Print(Translation translation)
    {
        IReadOnlyList<TermUse> terms = TermList.Of(translation);
        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{translation.Target}  {terms.Count} terms, {terms.Count(term => term.Target.Count == 0)} without a "
                    + $"translation, {terms.Count(term => term.Without.Count > 0)} missing in some texts"
            )
        );
        foreach (TermUse term in terms)
        {
            string forms = term.Target.Count == 0 ? "?" : string.Join(" | ", term.Target);
            Console.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"    {term.Source[0]} = {forms}: {term.Used - term.Without.Count} of {term.Used} texts"
                )
            );
            foreach (string address in term.Without.Take(Shown))
                Console.Out.WriteLine($"        without it: {address}");
            if (term.Without.Count > Shown)
                Console.Out.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"        and {term.Without.Count - Shown} more")
                );
        }
    }
}
