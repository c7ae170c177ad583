using System.Globalization;
using System.Text.Json.Nodes;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Yaml;

/// <summary>
/// File sizes as people write them: <c>20 MB</c>, <c>500 KB</c>. A KB is 1,000 bytes, as in LMSs and phones.
/// </summary>
internal static class ByteSizes
{
    /// <summary>Value type of a size in bytes, at least 1.</summary>
    public static ValueType<Located<long>> Type { get; } = new ByteSizeType();

    /// <summary>Formats a size in the best unit: <c>900 bytes</c>, <c>1.2 KB</c>, <c>3.4 MB</c>.</summary>
    public static string Show(long bytes) =>
        bytes switch
        {
            < 1000 => $"{bytes} bytes",
            < 999_950 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1000.0:0.#} KB"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1_000_000.0:0.#} MB"),
        };

    private sealed class ByteSizeType : ScalarType<Located<long>>
    {
        public override string Noun => "a size, such as 20 MB or 500 KB";

        protected override bool TryParse(YamlScalar scalar, string field, DiagnosticBag bag, out Located<long> value)
        {
            string text = scalar.Value.Trim().ToUpperInvariant();
            int unit =
                text.EndsWith("MB", StringComparison.Ordinal) ? 1_000_000
                : text.EndsWith("KB", StringComparison.Ordinal) ? 1000
                : 0;
            if (
                unit == 0
                || !decimal.TryParse(
                    text[..^2].TrimEnd(),
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out decimal number
                )
                || number is <= 0 or > 100_000
            )
                return Wrong(scalar, field, bag, out value);
            value = new Located<long>((long)(number * unit), scalar.Span);
            return true;
        }

        public override JsonObject Schema(JsonObject definitions) =>
            new() { ["type"] = "string", ["pattern"] = "^[0-9]+(\\.[0-9]+)? ?(MB|KB|mb|kb)$" };

        public override object? Show(Located<long> value) => ByteSizes.Show(value.Value);
    }
}
