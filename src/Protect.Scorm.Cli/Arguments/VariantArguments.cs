using System.CommandLine;
using System.Globalization;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;
using Protect.Scorm.Translating;

namespace Protect.Scorm.Cli.Arguments;

/// <summary>Arguments that select packages: languages, countries, LMSs, sizes, editions, quality, shard.</summary>
internal sealed class VariantArguments
{
    public const string Every = "all";

    private readonly Option<string?> _languages = new("--languages")
    {
        Description = "Only these languages, such as fr,en; “all” for every complete translation (see --require).",
        HelpName = "tags",
    };

    private readonly Option<string?> _countries = new("--countries")
    {
        Description = "For these countries, such as FR,GB; “none” for packages without a country, “all” for both.",
        HelpName = "codes",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _lms = new("--lms")
    {
        Description = "For these LMSs instead of the one in course.yaml; “all” for every LMS. “targets” lists them.",
        HelpName = "ids",
    };

    private readonly Option<string?> _sizes = new("--sizes", "--size")
    {
        Description =
            "Sizes: full, light (video and audio as text, small pictures), text (no pictures), or “all”; "
            + "by default as in course.yaml.",
        HelpName = "sizes",
    };

    private readonly Option<string?> _editions = new("--editions")
    {
        Description = "Only these editions of a course; “whole” is the course with every module.",
        HelpName = "ids",
    };

    private readonly Option<string?> _organisation = new("--organisation")
    {
        Description = "File about the organisation that offers the course: name, logo, contact.",
        HelpName = "file",
    };

    private readonly Option<int?> _passMark = new("--pass-mark")
    {
        Description = "Pass mark in percent, within pass_mark_range of the course.",
        HelpName = "percent",
    };

    private readonly Option<string> _require = new("--require")
    {
        Description = "Lowest accepted state of the texts of a translation.",
        DefaultValueFactory = _ => "translated",
    };

    private readonly Option<bool> _release = new("--release")
    {
        Description = "Report an error if a country has missing, unchecked or outdated entries.",
    };

    private readonly Option<bool> _together = new("--together")
    {
        Description = "Put all languages into one package; learners can switch the language and keep their answers.",
    };

    private readonly Option<bool> _all = new("--all") { Description = "All editions, languages, countries and LMSs." };

    private readonly Option<string?> _shard = new("--shard")
    {
        Description = "Only one part of the packages: 3/10 is the third of ten parts.",
        HelpName = "part",
    };

    /// <summary>Adds the options to a command.</summary>
    /// <param name="command">Command to extend.</param>
    /// <param name="withTable">True if the command supports <see cref="AsksForTable"/>.</param>
    public void AddTo(Command command, bool withTable = false)
    {
        if (withTable)
            _countries.Description += " --countries alone only prints the entries of each country.";
        _require.AcceptOnlyFromAmong("new", "translated", "reviewed");
        foreach (
            Option option in new Option[]
            {
                _editions,
                _sizes,
                _languages,
                _countries,
                _lms,
                _organisation,
                _passMark,
                _require,
                _release,
                _together,
                _all,
                _shard,
            }
        )
            command.Options.Add(option);
    }

    /// <summary>
    /// Returns true for <c>--countries</c> without codes, which asks for a table instead of packages.
    /// </summary>
    public bool AsksForTable(ParseResult arguments) =>
        arguments.GetResult(_countries) is { Implicit: false, Tokens.Count: 0 };

    /// <summary>Returns the LMS ids as typed; null if there are none.</summary>
    public string? Lms(ParseResult arguments) => arguments.GetValue(_lms);

    /// <summary>Reads the arguments; null after printing what is wrong with them.</summary>
    public (VariantSelection Wanted, CompileOptions Options, int Part, int Parts)? Read(
        ParseResult arguments,
        CompileOptions options
    )
    {
        bool all = arguments.GetValue(_all);
        var wanted = new VariantSelection
        {
            Multilingual = arguments.GetValue(_together),
            Languages = List(arguments, _languages, all),
            Countries = List(arguments, _countries, all),
            Lms = List(arguments, _lms, all),
            Editions = List(arguments, _editions, all),
        };
        string[] targets = [.. LmsTargets.All.Select(target => target.Id)];
        if (wanted.Lms?.FirstOrDefault(id => !targets.Contains(id)) is { } unknown)
            return Refuse(
                $"There is no LMS “{unknown}”.{Nearest.Hint(unknown, targets)} “protect-scorm targets” lists them."
            );
        if (Sizes(List(arguments, _sizes, false)) is not { } sizes)
            return Refuse(
                $"“{arguments.GetValue(_sizes)}” is not a size (--sizes). Use full, light, text, or a list of them."
            );
        wanted = wanted with { Sizes = sizes };
        if (Shard(arguments.GetValue(_shard)) is not { } shard)
            return Refuse($"“{arguments.GetValue(_shard)}” is not a part (--shard). Use a form such as 3/10.");
        if (arguments.GetValue(_organisation) is { } file)
        {
            if (!File.Exists(file))
                return Refuse($"There is no file “{file}” (--organisation).");
            string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
            options = options with
            {
                Organisation = new OrganisationSource(
                    SourceFolder.OnDisk(folder, CourseArguments.Shown(Path.GetDirectoryName(file) ?? "")),
                    Path.GetFileName(file)
                ),
            };
        }
        options = options with
        {
            PassMark = arguments.GetValue(_passMark),
            Require = arguments.GetValue(_require) switch
            {
                "new" => TranslationState.New,
                "reviewed" => TranslationState.Reviewed,
                _ => TranslationState.Translated,
            },
            ReleaseDate = arguments.GetValue(_release) ? DateOnly.FromDateTime(DateTime.UtcNow) : null,
        };
        return (wanted, options, shard.Part, shard.Parts);
    }

    /// <summary>
    /// Returns the packages of one shard: every n-th package, so that all shards take about equally long.
    /// </summary>
    public static IEnumerable<T> Shard<T>(IEnumerable<T> all, int part, int parts) =>
        all.Where((_, index) => index % parts == part - 1);

    /// <summary>Returns a size as authors write it.</summary>
    public static string Word(PackageSize size) => size.ToString().ToLowerInvariant();

    /// <summary>Describes a package in a few words, such as “core fr FR moodle”.</summary>
    public static string Describe(Variant variant) =>
        string.Join(
            ' ',
            new[] { variant.Edition, variant.Language }
                .Concat(variant.MoreLanguages)
                .Append(variant.Country)
                .Append(variant.Lms)
                .Append(variant.Size == PackageSize.Full ? null : Word(variant.Size))
                .OfType<string>()
        );

    private static PackageSize[]? Sizes(string[]? words)
    {
        PackageSize[] all = Enum.GetValues<PackageSize>();
        if (words is null)
            return all;
        return words.All(word => all.Any(size => Word(size) == word))
            ? [.. words.Distinct().Select(word => all.First(size => Word(size) == word))]
            : null;
    }

    private static (int Part, int Parts)? Shard(string? text)
    {
        if (text is null)
            return (1, 1);
        string[] sides = text.Split('/');
        return
            sides.Length == 2
            && int.TryParse(sides[0], NumberStyles.None, CultureInfo.InvariantCulture, out int part)
            && int.TryParse(sides[1], NumberStyles.None, CultureInfo.InvariantCulture, out int parts)
            && part >= 1
            && part <= parts
            ? (part, parts)
            : null;
    }

    private static string[]? List(ParseResult arguments, Option<string?> option, bool all) =>
        arguments.GetValue(option) switch
        {
            null => all ? null : [],
            Every => null,
            var text => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        };

    private static (VariantSelection, CompileOptions, int, int)? Refuse(string why)
    {
        Console.Error.WriteLine(why);
        return null;
    }
}
