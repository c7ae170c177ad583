namespace Protect.Scorm.Targets;

/// <summary>
/// Limits of the SCORM 1.2 data model and manifest, in characters (UTF-16 units) unless noted. The only copy: the
/// player receives them with the course data.
/// </summary>
internal static class Scorm12Limits
{
    /// <summary><c>cmi.suspend_data</c>: CMIString4096 (RTE 1.2, 3.4.3).</summary>
    public const int SuspendData = 4096;

    /// <summary><c>cmi.core.lesson_location</c>: CMIString255.</summary>
    public const int Location = 255;

    /// <summary>Responses, patterns and other short strings: CMIString255.</summary>
    public const int ShortText = 255;

    /// <summary>Titles in the manifest: smallest permitted maximum (CAM 1.2; imscp 1.1.2).</summary>
    public const int Title = 200;

    /// <summary>The version attribute of the manifest (imscp 1.1.2).</summary>
    public const int Version = 20;

    /// <summary>A description in the metadata (IMS MD 1.2.1, general.description).</summary>
    public const int Description = 2000;

    /// <summary>Keywords in the metadata (IMS MD 1.2.1, general.keyword).</summary>
    public const int Keywords = 10;
}
