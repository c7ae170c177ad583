using System.Xml;
using System.Xml.Linq;

namespace Protect.Scorm.Inspecting;

/// <summary>What a package calls itself, and the file an LMS opens first (CAM 1.2, 2.2: the first item that names a resource with a file).</summary>
/// <param name="Title">The organisation's title; empty when there is none.</param>
/// <param name="Href">From the root of the package, with its parameters.</param>
public sealed record LaunchFile(string Title, string Href)
{
    private const long MostCharacters = 20_000_000;

    /// <summary>Null when the manifest is no XML, or names nothing to open. Declarations of a document type are refused.</summary>
    public static LaunchFile? Of(byte[] manifest)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(manifest), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters });
            XElement root = XDocument.Load(reader).Root!;
            XElement? organization = root.Descendants().FirstOrDefault(element => element.Name.LocalName == "organization");
            foreach (XElement item in organization?.Descendants().Where(element => element.Name.LocalName == "item") ?? [])
            {
                string? wanted = (string?)item.Attribute("identifierref");
                XElement? resource = root.Descendants().FirstOrDefault(element => element.Name.LocalName == "resource" && wanted is not null && (string?)element.Attribute("identifier") == wanted);
                if ((string?)resource?.Attribute("href") is not { Length: > 0 } href) continue;
                string bases = string.Concat(resource!.AncestorsAndSelf().Reverse().Select(element => (string?)element.Attribute(XNamespace.Xml + "base")));
                string title = (string?)organization!.Elements().FirstOrDefault(element => element.Name.LocalName == "title") ?? "";
                return new LaunchFile(title.Trim(), bases + href + (string?)item.Attribute("parameters"));
            }
            return null;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
