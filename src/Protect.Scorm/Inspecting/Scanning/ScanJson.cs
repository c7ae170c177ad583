using System.Text.Json.Serialization;

namespace Protect.Scorm.Inspecting.Scanning;

/// <summary>JSON of scans that are kept between builds.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(ContentScan))]
[JsonSerializable(typeof(LoadedParts))]
internal sealed partial class ScanJson : JsonSerializerContext;
