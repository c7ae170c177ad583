using System.Text.Json;

namespace Protect.Scorm.Importing.H5p;

/// <summary>
/// Value in the JSON of a package. A missing field, another type than expected and a text with half a character are
/// read as nothing, so that no file can cause an exception.
/// </summary>
/// <param name="Element">The element; undefined for a missing field.</param>
internal readonly record struct H5pValue(JsonElement Element)
{
    /// <summary>True when there is a value.</summary>
    public bool Exists => Element.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null);

    /// <summary>True for a group of fields.</summary>
    public bool IsGroup => Element.ValueKind == JsonValueKind.Object;

    /// <summary>Returns a field of a group.</summary>
    public H5pValue this[string name]
    {
        get
        {
            try
            {
                return IsGroup && Element.TryGetProperty(name, out JsonElement value) ? new H5pValue(value) : default;
            }
            catch (InvalidOperationException)
            {
                return default;
            }
        }
    }

    /// <summary>The text; empty for another type.</summary>
    public string Text
    {
        get
        {
            try
            {
                return Element.ValueKind switch
                {
                    JsonValueKind.String => Element.GetString() ?? "",
                    JsonValueKind.Number => Element.GetRawText(),
                    _ => "",
                };
            }
            catch (InvalidOperationException)
            {
                return "";
            }
        }
    }

    /// <summary>The whole number; null for another type.</summary>
    public int? Number =>
        decimal.TryParse(
            Text,
            System.Globalization.NumberStyles.Float,
            System.Globalization.CultureInfo.InvariantCulture,
            out decimal number
        )
        && Math.Abs(number) < 1_000_000
            ? (int)Math.Round(number, MidpointRounding.AwayFromZero)
            : null;

    /// <summary>The items of a list; none for another type.</summary>
    public IEnumerable<H5pValue> Items =>
        Element.ValueKind == JsonValueKind.Array ? Element.EnumerateArray().Select(item => new H5pValue(item)) : [];

    /// <summary>Returns a truth value, which older packages write as a text or number.</summary>
    /// <param name="otherwise">The value of a missing field.</param>
    public bool Flag(bool otherwise = false) =>
        Element.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String or JsonValueKind.Number => Text is "true" or "1",
            _ => otherwise,
        };
}
