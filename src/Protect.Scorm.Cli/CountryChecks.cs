using System.CommandLine;
using System.Text;
using Protect.Scorm.Cli.Arguments;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Editions;
using Protect.Scorm.Packaging;
using Protect.Scorm.Reading;
using Protect.Scorm.Reporting;

namespace Protect.Scorm.Cli;

/// <summary>Options of <c>check --countries</c> that ask a person to check a country, and take the answers.</summary>
internal sealed class CountryChecks
{
    private readonly Option<string?> _ask = new("--ask")
    {
        Description = "With --countries: write a letter and a table that ask a person to check this country.",
        HelpName = "code",
    };

    private readonly Option<string?> _answers = new("--answers")
    {
        Description = "With --countries: take a filled-in table of --ask into the file of the country.",
        HelpName = "file",
    };

    private readonly Option<string> _output = new("--out")
    {
        Description = "Folder for the files of --ask.",
        HelpName = "folder",
        DefaultValueFactory = _ => ".",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_ask);
        command.Options.Add(_answers);
        command.Options.Add(_output);
    }

    /// <summary>Returns true when one of the options is used.</summary>
    public bool AreAsked(ParseResult arguments) =>
        arguments.GetValue(_ask) is not null || arguments.GetValue(_answers) is not null;

    public int Run(ParseResult arguments, IReadOnlyList<string> folders, bool withCountries)
    {
        (string? ask, string? answers) = (arguments.GetValue(_ask), arguments.GetValue(_answers));
        if (!withCountries)
            return Refuse("--ask and --answers need --countries, without codes.");
        if (ask is not null && answers is not null)
            return Refuse("Use --ask or --answers, not both.");
        if (folders.Count != 1)
            return Refuse("--ask and --answers work for one course. Name one course folder.");
        var source = new CourseSource(SourceFolder.Course(folders[0], CourseArguments.Shown(folders[0])));
        return ask is not null ? Ask(source, ask, arguments.GetValue(_output)!) : Take(source, folders[0], answers!);
    }

    private static int Ask(CourseSource source, string code, string output)
    {
        IReadOnlyList<string> known = CountryReader.Countries(source.Folder);
        if (!known.Contains(code))
            return Refuse(
                $"The course has no country “{code}”.{(CountryCodes.Knows(code) ? "" : CountryCodes.Hint(code))}"
            );
        var bag = new DiagnosticBag();
        CountryLetter? letter = CountryLetter.Write(source, code, bag);
        foreach (Diagnostic finding in bag.Sorted)
            Console.Error.WriteLine(DiagnosticText.Format(finding));
        if (letter is null)
            return ExitCodes.CourseHasErrors;
        Directory.CreateDirectory(output);
        foreach ((string ending, string text) in new[] { (".html", letter.Document), (".csv", letter.Table) })
        {
            string path = Path.Combine(output, letter.Name + ending);
            TemporaryFile.Write(path, new FileImage(Encoding.UTF8.GetBytes(text)));
            Console.Out.WriteLine(CourseArguments.Shown(path));
        }
        return ExitCodes.Success;
    }

    private static int Take(CourseSource source, string folder, string file)
    {
        if (!File.Exists(file))
            return Refuse($"There is no file “{file}” (--answers).");
        if (new FileInfo(file).Length > CsvTable.MostBytes)
            return Refuse(
                $"“{file}” is larger than {CsvTable.MostBytes / 1_000_000} MB: it is not the table of --ask."
            );
        if (SourceFile.Decode(InputFile.Read(file), out _) is not { } table)
            return Refuse($"“{file}” is not UTF-8 text. Save the table as CSV with the encoding UTF-8.");
        AnswerResult result = CountryAnswers.Apply(source, table, DateOnly.FromDateTime(DateTime.UtcNow));
        foreach (AnswerFault fault in result.Faults)
            Console.Error.WriteLine($"{CourseArguments.Shown(file)}({fault.Line}): {fault.Message}");
        if (result is { Path: { } path, Bytes: { } bytes })
        {
            string target = Path.Combine(folder, path);
            InputFile.Refuse(target);
            TemporaryFile.Write(target, new FileImage(bytes));
        }
        foreach (string entry in result.Gone)
            Console.Out.WriteLine(
                $"{entry}: no longer exists. Take it out of {result.Path}, or give the reason under “none”."
            );
        Console.Out.WriteLine(
            $"{result.Path ?? "No country"}: {result.Checked} entries checked, {result.Corrected} values corrected, "
                + $"{result.Added} entries added, {result.Faults.Count} lines refused."
        );
        return result.Faults.Count > 0 ? ExitCodes.CourseHasErrors : ExitCodes.Success;
    }

    private static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return ExitCodes.WrongArguments;
    }
}
