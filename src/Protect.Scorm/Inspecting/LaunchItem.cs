using System.Xml;
using System.Xml.Linq;

namespace Protect.Scorm.Inspecting;

/// <summary>Something an LMS can launch: an item of the manifest with a file, and what the manifest says of it (CAM 1.2, 2.3; adlcp extensions). Texts are as written.</summary>
/// <param name="Id">The item's identifier; unique in a sound manifest.</param>
/// <param name="Title">Empty when there is none.</param>
/// <param name="Group">The title of the item around it; null at the top.</param>
/// <param name="Href">From the root of the package, with bases and parameters joined.</param>
/// <param name="LaunchData">adlcp:datafromlms.</param>
/// <param name="MasteryScore">adlcp:masteryscore.</param>
/// <param name="MaxTimeAllowed">adlcp:maxtimeallowed.</param>
/// <param name="TimeLimitAction">adlcp:timelimitaction.</param>
internal sealed record LaunchItem(
    string Id,
    string Title,
    string? Group,
    string Href,
    string? LaunchData,
    string? MasteryScore,
    string? MaxTimeAllowed,
    string? TimeLimitAction
)
{
    /// <summary>The manifest says that it does not speak to an LMS (<c>adlcp:scormtype="asset"</c>).</summary>
    public bool IsAsset { get; init; }

    private const long MostCharacters = 20_000_000;
    private static readonly XName Base = XNamespace.Xml + "base";

    /// <summary>In the order of the organisation that opens by default; empty when the manifest is no XML or names nothing to open. Declarations of a document type are refused.</summary>
    public static IReadOnlyList<LaunchItem> All(byte[] manifest) =>
        Organization(manifest) is { } organization ? [.. In(organization)] : [];

    /// <summary>The default organisation, or the first; null when there is none or the manifest is no XML.</summary>
    internal static XElement? Organization(byte[] manifest)
    {
        try
        {
            using var reader = XmlReader.Create(
                new MemoryStream(manifest),
                new XmlReaderSettings
                {
                    DtdProcessing = DtdProcessing.Prohibit,
                    XmlResolver = null,
                    MaxCharactersInDocument = MostCharacters,
                }
            );
            XElement[] all =
            [
                .. XDocument
                    .Load(reader)
                    .Root!.Descendants()
                    .Where(element => element.Name.LocalName == "organization"),
            ];
            return all.FirstOrDefault(element =>
                    (string?)element.Attribute("identifier") is { } id
                    && id == (string?)element.Parent?.Attribute("default")
                ) ?? all.FirstOrDefault();
        }
        catch (XmlException)
        {
            return null;
        }
    }

    internal static IEnumerable<LaunchItem> In(XElement organization)
    {
        ILookup<string?, XElement> resources = organization
            .Document!.Descendants()
            .Where(element => element.Name.LocalName == "resource")
            .ToLookup(element => (string?)element.Attribute("identifier"));
        foreach (XElement item in organization.Descendants().Where(element => element.Name.LocalName == "item"))
        {
            XElement? resource = (string?)item.Attribute("identifierref") is { } wanted
                ? resources[wanted].FirstOrDefault()
                : null;
            if ((string?)resource?.Attribute("href") is not { Length: > 0 } href)
                continue;
            string bases = string.Concat(
                resource!.AncestorsAndSelf().Reverse().Select(element => (string?)element.Attribute(Base))
            );
            string? group = item.Parent!.Name.LocalName == "item" ? Text(item.Parent, "title") : null;
            yield return new LaunchItem(
                (string?)item.Attribute("identifier") ?? "",
                Text(item, "title") ?? "",
                group,
                WithParameters(bases + href, (string?)item.Attribute("parameters") ?? ""),
                Text(item, "datafromlms"),
                Text(item, "masteryscore"),
                Text(item, "maxtimeallowed"),
                Text(item, "timelimitaction")
            )
            {
                IsAsset = resource
                    .Attributes()
                    .Any(attribute =>
                        attribute.Name.LocalName.Equals("scormtype", StringComparison.OrdinalIgnoreCase)
                        && attribute.Value.Equals("asset", StringComparison.OrdinalIgnoreCase)
                    ),
            };
        }
    }

    /// <summary>Parameters continue a query that is there, and stand before a fragment; a fragment of theirs stands at the end (CAM 1.2, 2.3.2, item).</summary>
    private static string WithParameters(string href, string parameters)
    {
        if (parameters.StartsWith('#'))
            return href.Contains('#') ? href : href + parameters;
        string more = parameters.TrimStart('?', '&');
        if (more.Length == 0)
            return href;
        int end = href.IndexOf('#') is >= 0 and var at ? at : href.Length;
        return href.Insert(end, (href.AsSpan(0, end).Contains('?') ? "&" : "?") + more);
    }

    private static string? Text(XElement within, string name) =>
        within.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim();
}
