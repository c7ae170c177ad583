using System.Text.Json.Serialization;
using Protect.Scorm.Model;

namespace Protect.Scorm.Cli.Building;

/// <summary>Format of cache entries. <see cref="CacheFolder"/> verifies them before they are read.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    IgnoreReadOnlyProperties = true
)]
[JsonSerializable(typeof(CachedPackage))]
[JsonSerializable(typeof(IReadOnlyList<Variant>), TypeInfoPropertyName = "Plan")]
internal sealed partial class CacheJson : JsonSerializerContext
{
    private static CacheJson? _unescaped;

    public static CacheJson Unescaped => _unescaped ??= new(JsonFormat.Unescaped(Default.Options));
}
