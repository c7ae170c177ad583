namespace Protect.Scorm.Importing;

/// <summary>Limits of foreign files, so that a hostile one takes bounded memory and time.</summary>
internal static class ImportLimits
{
    /// <summary>Most bytes of a file.</summary>
    public const int MostBytes = 100_000_000;

    /// <summary>Most bytes of a text, packed in a zip or not.</summary>
    public const int MostTextBytes = 16_000_000;

    /// <summary>Most bytes of a picture.</summary>
    public const int MostPictureBytes = 20_000_000;

    /// <summary>Most questions, pages or paragraphs.</summary>
    public const int MostItems = 10_000;

    /// <summary>Most levels of elements in XML and HTML.</summary>
    public const int MostLevels = 100;

    /// <summary>Most findings of a loss report; further ones are counted.</summary>
    public const int MostLosses = 5_000;
}
