using System.Text.RegularExpressions;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Opening;
using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Inspecting.Scanning;
using Protect.Scorm.Inspecting.Zips;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>Checks rules W16 and W18 by the names and first bytes of files.</summary>
internal static partial class WebFiles
{
    private const int FirstBytes = 16;

    private static readonly HashSet<string>
        // Browsers need the media type for modules and WebAssembly only.
        Strict = ["mjs", "wasm"],
        Unusual = ["woff2", "avif", "m4a", "json", "webp", "vtt"];

    // Families of formats; inside a family, browsers detect the format by the bytes.
    private static readonly (string Family, string[] Extensions)[] Families =
    [
        ("a picture", ["png", "jpg", "jpeg", "gif", "webp", "bmp", "ico", "avif"]),
        ("video or audio", ["mp4", "m4v", "m4a", "mov", "webm", "ogg", "oga", "ogv", "mp3", "wav"]),
        ("a PDF", ["pdf"]),
        ("a font", ["woff", "woff2", "ttf", "otf", "eot"]),
        ("a page", ["html", "htm", "xhtml"]),
        ("a zip", ["zip", "docx", "xlsx", "pptx"]),
    ];

    public static void Check(InspectedPackage package, FindingBag bag)
    {
        string[] names = [.. package.Files.Select(file => file.Name).Where(name => !JunkFiles.Is(name))];
        Kinds(
            WebRules.MediaType,
            "browsers then refuse the files",
            names.Where(name => Strict.Contains(PackagePath.Extension(name))),
            bag
        );
        Kinds(
            WebRules.MediaType with
            {
                Severity = Severity.Note,
            },
            "this rarely matters",
            names.Where(name => Unusual.Contains(PackagePath.Extension(name))),
            bag
        );
        foreach (ZipEntry file in package.Files.Where(file => file.Size > 0 && !JunkFiles.Is(file.Name)))
            Magic(package, file.Name, bag);
        IEnumerable<string> secrets = package.Content.Scans.SelectMany(file =>
            file.Value.Traits.Where(trait => trait.Kind == TraitKind.Secret)
                .Select(trait => $"{file.Key}({trait.Line},{trait.Column}) {trait.Words}")
        );
        bag.Names(WebRules.Leftover, "", names.Where(name => Leftovers().IsMatch(name)).Concat(secrets));
    }

    private static void Kinds(PackageRule rule, string follows, IEnumerable<string> names, FindingBag bag)
    {
        string[] all = [.. names];
        string kinds = string.Join(", ", all.Select(PackagePath.Extension).Distinct().Order(StringComparer.Ordinal));
        if (all.Length > 0)
            bag.Whole(
                rule,
                $"Some servers have no media type for {kinds}; {follows} "
                    + $"({Plurals.Count(all.Length, "file")}, like “{all[0]}”)."
            );
    }

    private static void Magic(InspectedPackage package, string name, FindingBag bag)
    {
        string extension = PackagePath.Extension(name);
        (string? family, _) = Families.FirstOrDefault(family => family.Extensions.Contains(extension));
        if (family is null || Signature(package.Start(name, FirstBytes)) is not { } real || real == family)
            return;
        bag.In(
            WebRules.MediaType,
            name,
            $"“{name}” is {real}, not {family} as its name says; servers with “nosniff” do not show it."
        );
    }

    /// <summary>Returns the family of a certain signature; null for any other.</summary>
    private static string? Signature(ReadOnlySpan<byte> start) =>
        start is [0x89, (byte)'P', (byte)'N', (byte)'G', ..]
        || start is [0xFF, 0xD8, 0xFF, ..]
        || start.StartsWith("GIF8"u8)
        || start.StartsWith("RIFF"u8) && start.Length > 11 && start[8..].StartsWith("WEBP"u8)
            ? "a picture"
        : start.StartsWith("%PDF-"u8) ? "a PDF"
        : start.StartsWith("wOFF"u8) || start.StartsWith("wOF2"u8) ? "a font"
        : start.StartsWith("PK\x03\x04"u8) ? "a zip"
        : start.StartsWith("OggS"u8)
        || start.StartsWith("ID3"u8)
        || start is [0x1A, 0x45, 0xDF, 0xA3, ..]
        || start.Length > 7
            && start[4..].StartsWith("ftyp"u8)
            && !start[8..].StartsWith("avif"u8)
            && !start[8..].StartsWith("heic"u8)
            && !start[8..].StartsWith("mif1"u8)
            ? "video or audio"
        : start.StartsWith("<!DOCTYPE html"u8) || start.StartsWith("<!doctype html"u8) || start.StartsWith("<html"u8)
            ? "a page"
        : null;

    [GeneratedRegex(
        @"(^|/)(node_modules|bower_components|__tests__)/|\.(map|psd|fla|story|cptx|xcf|ai|log)$"
            + @"|\.(test|spec)\.(js|ts)$"
            + @"|(^|/)(package(-lock)?\.json|yarn\.lock|Gruntfile\.js|gulpfile\.js|\.npmrc|\.env|id_rsa)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Leftovers();
}
