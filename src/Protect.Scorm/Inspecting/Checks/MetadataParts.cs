using System.Text.RegularExpressions;
using System.Xml.Linq;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Inspecting.Manifests;
using Protect.Scorm.Inspecting.Rules;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>Checks rules D03 to D13 on one piece of metadata.</summary>
internal static partial class MetadataParts
{
    public static void Check(SourceFile file, XElement lom, FindingBag bag)
    {
        foreach (XElement element in lom.DescendantsAndSelf())
        {
            string name = element.Name.LocalName;
            SourceSpan place = ManifestModel.At(file, element);
            if (MetadataWords.Order.TryGetValue(name, out string[]? order))
                Order(file, element, order, bag);
            if (MetadataWords.Texts.Contains(name))
                Text(element, place, bag);
            if (
                MetadataWords.Vocabularies.TryGetValue(name, out string[]? values)
                && !(name == "status" && element.Parent?.Name.LocalName != "lifecycle")
            )
                Vocabulary(element, values, place, bag);
            Single(element, name, place, bag);
        }
    }

    private static XElement[] Strings(XElement element) =>
        [.. element.Elements().Where(child => child.Name.LocalName == "langstring")];

    private static void Order(SourceFile file, XElement element, string[] order, FindingBag bag)
    {
        int last = -1;
        foreach (XElement child in element.Elements())
        {
            int index = Array.IndexOf(order, child.Name.LocalName);
            if (index < 0 && child.Name.Namespace == element.Name.Namespace)
                bag.At(
                    MetadataRules.Order,
                    ManifestModel.At(file, child),
                    child.Name.LocalName,
                    $"is not a part of <{element.Name.LocalName}>"
                );
            else if (index >= 0 && index < last)
                bag.At(
                    MetadataRules.Order,
                    ManifestModel.At(file, child),
                    child.Name.LocalName,
                    $"comes after <{order[last]}>"
                );
            last = Math.Max(last, index);
        }
        foreach (IGrouping<string, XElement> same in element.Elements().GroupBy(child => child.Name.LocalName))
        {
            if (MetadataWords.Counts.TryGetValue(same.Key, out int most) && same.Count() > most)
                bag.At(
                    MetadataRules.Maximum,
                    ManifestModel.At(file, element),
                    element.Name.LocalName,
                    $"{same.Count()} times <{same.Key}>",
                    $"{most}"
                );
        }
    }

    private static void Text(XElement element, SourceSpan place, FindingBag bag)
    {
        string name = element.Name.LocalName;
        XElement[] strings = Strings(element);
        if (strings.Length == 0 && !string.IsNullOrWhiteSpace(element.Value) && !element.HasElements)
            bag.At(MetadataRules.BareText, place, name);
        string[] languages =
        [
            .. strings.Select(text => ((string?)text.Attribute(XNamespace.Xml + "lang") ?? "").ToLowerInvariant()),
        ];
        if (languages.FirstOrDefault(language => language.Length > 0 && !Tag().IsMatch(language)) is { } wrong)
            bag.At(MetadataRules.Language, place, name, $"has the language “{wrong}”");
        if (languages.GroupBy(language => language).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
            bag.At(
                MetadataRules.Language,
                place,
                name,
                twice.Key.Length == 0
                    ? "has no language, and there are several"
                    : $"has the language “{twice.Key}” twice"
            );
        if (
            MetadataWords.Lengths.TryGetValue(name, out int most)
            && strings
                .Append(element)
                .Where(text => !text.HasElements)
                .FirstOrDefault(text => text.Value.Trim().Length > most)
                is { } tooLong
        )
            bag.At(MetadataRules.Maximum, place, name, $"{tooLong.Value.Trim().Length} characters", $"{most}");
    }

    private static void Vocabulary(XElement element, string[] values, SourceSpan place, FindingBag bag)
    {
        string name = element.Name.LocalName;
        XElement? source = ManifestModel.Child(element, "source"),
            value = ManifestModel.Child(element, "value");
        if (source is null || value is null)
        {
            bag.At(
                MetadataRules.Vocabulary,
                place,
                name,
                source is null && value is null ? "has neither source nor value"
                    : source is null ? "has no source"
                    : "has no value"
            );
            return;
        }
        foreach (XElement part in (XElement[])[source, value])
        {
            XElement[] strings = Strings(part);
            if (strings.Length == 0)
                continue; // reported as bare text
            if (strings.Length > 1)
                bag.At(
                    MetadataRules.Vocabulary,
                    place,
                    name,
                    $"has {strings.Length} langstrings in <{part.Name.LocalName}>"
                );
            else if (
                !"x-none".Equals(
                    (string?)strings[0].Attribute(XNamespace.Xml + "lang"),
                    StringComparison.OrdinalIgnoreCase
                )
            )
                bag.At(
                    MetadataRules.Vocabulary,
                    place,
                    name,
                    $"has a language in <{part.Name.LocalName}>, where x-none belongs"
                );
        }
        string word = value.Value.Trim();
        if (word.Length > 0 && values.Length > 0 && source.Value.Trim() is "LOMv1.0" && !values.Contains(word))
            bag.At(MetadataRules.Value, place, name, word, string.Join(", ", values));
    }

    private static void Single(XElement element, string name, SourceSpan place, FindingBag bag)
    {
        string value = element.Value.Trim();
        if (name == "datetime" && element.Parent?.Name.LocalName == "date" && value.Length > 0 && !Day().IsMatch(value))
            bag.At(MetadataRules.Date, place, value);
        else if (name == "format" && value.Length > 0 && value != "non-digital" && !MediaType().IsMatch(value))
            bag.At(MetadataRules.Technical, place, name, value);
        else if (name == "size" && value.Length > 0 && !value.All(char.IsAsciiDigit))
            bag.At(MetadataRules.Technical, place, name, value);
        else if (name == "location" && (string?)element.Attribute("type") is { } type && type is not ("URI" or "TEXT"))
            bag.At(MetadataRules.Technical, place, "location type", type);
        else if (name == "vcard" && value.Length > 0)
        {
            if (!value.StartsWith("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase))
                bag.At(MetadataRules.Card, place, "does not begin with BEGIN:VCARD");
            else if (!value.EndsWith("END:VCARD", StringComparison.OrdinalIgnoreCase))
                bag.At(MetadataRules.Card, place, "does not end with END:VCARD");
        }
    }

    [GeneratedRegex("^([a-z]{1,8}|[xi])(-[a-z0-9]{1,8})*$", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
    private static partial Regex Day();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]{0,126}(\s*;.{0,200})?$")]
    private static partial Regex MediaType();
}
