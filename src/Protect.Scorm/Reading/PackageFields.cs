using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>The <c>package:</c> group of course.yaml.</summary>
internal static class PackageFields
{
    private static readonly Field<PackageOptions, bool> Schemas = new("schemas", Values.Boolean, p => p.Schemas,
        "Ship the four official SCORM schemas in the zip, as ADL's test suite asks.") { Default = true };

    private static readonly Field<PackageOptions, bool> Inline = new("inline", Values.Boolean, p => p.Inline,
        "Program and style inside index.html; false puts them in files of their own, for an LMS that forbids inline scripts.") { Default = true };

    public static Shape<PackageOptions> Fields { get; } = new("package", "Choices about the zip.", [Schemas, Inline],
        v => new PackageOptions { Schemas = v.Get(Schemas), Inline = v.Get(Inline) }) { HasOwnEntry = true };
}
