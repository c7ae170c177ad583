using System.CommandLine;
using System.Globalization;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;
using Protect.Scorm.Translating;

namespace Protect.Scorm.Cli;

/// <summary>Which packages of a course: languages, countries, LMSs, for whom, how good, which part of all.</summary>
internal sealed class VariantArguments
{
    public const string Every = "all";

    private readonly Option<string?> _languages = new("--languages")
    {
        Description = "Only these languages, such as fr,en; “all” for every one that is far enough.",
        HelpName = "tags",
    };

    private readonly Option<string?> _countries = new("--countries")
    {
        Description =
            "For these countries, such as FR,GB; “all” for every one and for none in particular, “none” for none. “check --countries” alone prints what each country has.",
        HelpName = "codes",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _lms = new("--lms")
    {
        Description = "For these LMSs, instead of the course's own choice; “all” for each. “targets” lists them.",
        HelpName = "ids",
    };

    private readonly Option<string?> _sizes = new("--sizes", "--size")
    {
        Description =
            "Only these sizes: full, light (films and sounds as text, light pictures), text (no pictures either); “all” for each. Left out: what the course names.",
        HelpName = "sizes",
    };

    private readonly Option<string?> _editions = new("--editions")
    {
        Description = "Only these editions of a course; “whole” is the one with every module.",
        HelpName = "ids",
    };

    private readonly Option<string?> _organisation = new("--organisation")
    {
        Description = "The file of the organisation that gives the course: name, logo, contact.",
        HelpName = "file",
    };

    private readonly Option<int?> _passMark = new("--pass-mark")
    {
        Description = "Percent needed to pass, where the course lets it be chosen (pass_mark_range).",
        HelpName = "percent",
    };

    private readonly Option<string> _require = new("--require")
    {
        Description = "How far each text of a translation must be: new, translated or reviewed.",
        DefaultValueFactory = _ => "translated",
    };

    private readonly Option<bool> _release = new("--release")
    {
        Description = "Refuse a country with a missing slot, an unchecked entry or an old check.",
    };

    private readonly Option<bool> _together = new("--together")
    {
        Description =
            "All languages in one package, which opens in the first one; learners change it and keep their answers.",
    };

    private readonly Option<bool> _all = new("--all") { Description = "Every language, country and LMS." };

    private readonly Option<string?> _shard = new("--shard")
    {
        Description = "Only this part of all packages, such as 3/10.",
        HelpName = "part",
    };

    public void AddTo(Command command)
    {
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

    /// <summary><c>--countries</c> without any: a table instead of packages.</summary>
    public bool AsksForTable(ParseResult arguments) =>
        arguments.GetResult(_countries) is { Implicit: false, Tokens.Count: 0 };

    /// <summary>The LMSs as they were typed; null for none named.</summary>
    public string? Lms(ParseResult arguments) => arguments.GetValue(_lms);

    /// <summary>Null after saying what is wrong.</summary>
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
            return Refuse($"“{arguments.GetValue(_sizes)}” is not full, light, text or several of them (--sizes).");
        wanted = wanted with { Sizes = sizes };
        if (Shard(arguments.GetValue(_shard)) is not { } shard)
            return Refuse($"“{arguments.GetValue(_shard)}” is not a part, such as 3/10 (--shard).");
        if (arguments.GetValue(_organisation) is { } file)
        {
            if (!File.Exists(file))
                return Refuse($"There is no file “{file}” (--organisation).");
            string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
            options = options with
            {
                Organisation = (
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

    /// <summary>The packages of all courses, and of those the ones of this shard: every n-th, so that parts take equally long.</summary>
    public static IEnumerable<T> Shard<T>(IEnumerable<T> all, int part, int parts) =>
        all.Where((_, index) => index % parts == part - 1);

    /// <summary>A size as authors write it.</summary>
    public static string Word(PackageSize size) => size.ToString().ToLowerInvariant();

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
