using System.Text;
using System.Xml;

namespace Protect.Scorm.Importing;

/// <summary>Element of an XML file of others.</summary>
/// <param name="Name">The name without its prefix.</param>
/// <param name="Space">The namespace; empty for none.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal sealed record XmlItem(string Name, string Space, int Line, int Column)
{
    private readonly StringBuilder _text = new();

    /// <summary>The attributes by their names without prefix.</summary>
    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    /// <summary>The elements inside, in order.</summary>
    public List<XmlItem> Children { get; } = [];

    /// <summary>The text directly inside.</summary>
    public string Text => _text.ToString();

    /// <summary>Returns the first element of a name inside; null for none.</summary>
    public XmlItem? this[string name] => Children.Find(child => child.Name == name);

    /// <summary>Returns the elements of a name inside.</summary>
    public IEnumerable<XmlItem> All(string name) => Children.Where(child => child.Name == name);

    /// <summary>Returns an attribute; null for none.</summary>
    public string? Attribute(string name) => Attributes.GetValueOrDefault(name);

    internal void Add(string text) => _text.Append(text);
}

/// <summary>
/// Reads XML of others into a tree: no document types, nothing from outside, and bounded depth, size and number of
/// elements.
/// </summary>
internal static class ForeignXml
{
    private const int MostElements = 2_000_000;

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The content; the encoding is that of the XML declaration.</param>
    /// <param name="fault">Why it cannot be read, for a message; null when it can.</param>
    /// <returns>The root element; null when it cannot be read.</returns>
    public static XmlItem? Read(byte[] bytes, out string? fault)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = ImportLimits.MostBytes,
            CheckCharacters = true,
        };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), settings);
            return Read(reader, out fault);
        }
        catch (Exception error) when (error is XmlException or ArgumentException or NotSupportedException or DecoderFallbackException)
        {
            bool hasType = error.Message.Contains("DTD", StringComparison.Ordinal);
            fault = hasType
                ? "it has a document type (<!DOCTYPE>), which could load other files"
                : $"it is not sound XML ({LossReport.Short(error.Message).TrimEnd('.')})";
            return null;
        }
    }

    private static XmlItem? Read(XmlReader reader, out string? fault)
    {
        var open = new Stack<XmlItem>();
        XmlItem? root = null;
        int count = 0;
        var line = (IXmlLineInfo)reader;
        while (reader.Read())
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (open.Count >= ImportLimits.MostLevels)
                    {
                        fault = $"its elements are more than {ImportLimits.MostLevels} levels deep";
                        return null;
                    }
                    if (++count > MostElements)
                    {
                        fault = "it has too many elements";
                        return null;
                    }
                    var item = new XmlItem(reader.LocalName, reader.NamespaceURI, line.LineNumber, line.LinePosition);
                    bool isEmpty = reader.IsEmptyElement;
                    while (reader.MoveToNextAttribute())
                        item.Attributes[reader.LocalName] = reader.Value;
                    if (open.TryPeek(out XmlItem? parent))
                        parent.Children.Add(item);
                    root ??= item;
                    if (!isEmpty)
                        open.Push(item);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    if (open.TryPeek(out XmlItem? inside))
                        inside.Add(reader.Value);
                    break;
            }
        fault = root is null ? "it is empty" : null;
        return root;
    }
}
