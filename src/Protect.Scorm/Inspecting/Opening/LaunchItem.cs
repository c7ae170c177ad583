using System.Xml;
using System.Xml.Linq;

namespace Protect.Scorm.Inspecting.Opening;

/// <summary>
/// Item that an LMS can launch: an item of the manifest with a file (CAM 1.2, 2.3; adlcp extensions). Texts are not
/// trimmed or checked.
/// </summary>
/// <param name="Id">Identifier of the item; unique in a valid manifest.</param>
/// <param name="Title">Title; empty when there is none.</param>
/// <param name="Group">Title of the parent item; null at the top.</param>
/// <param name="Href">Address from the root of the package, with bases and parameters joined.</param>
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
    /// <summary>
    /// True when the manifest declares that it does not communicate with an LMS (<c>adlcp:scormtype="asset"</c>).
    /// </summary>
    public bool IsAsset { get; init; }

    private const long MostCharacters = 20_000_000;
    private static readonly XName Base = XNamespace.Xml + "base";

    /// <summary>
    /// Returns the items in the order of the default organisation. Empty when the manifest is not XML, declares a
    /// document type, or names nothing to open.
    /// </summary>
    public static IReadOnlyList<LaunchItem> All(byte[] manifest) =>
        Organization(manifest) is { } organization ? [.. In(organization)] : [];

    /// <summary>
    /// Returns the default organisation, or the first; null when there is none or the manifest is not XML.
    /// </summary>
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

    /// <summary>
    /// Joins an address and its parameters: they extend an existing query, and a fragment comes last (CAM 1.2, 2.3.2,
    /// item).
    /// </summary>
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
