namespace Protect.Scorm.Inspecting.Rules;

/// <summary>Standard of a package, judged by its files.</summary>
internal enum PackageKind
{
    /// <summary>No manifest of any standard.</summary>
    None,

    Scorm12,

    /// <summary>SCORM 2004, any edition.</summary>
    Scorm2004,

    /// <summary>Course files of the AICC (*.crs, *.au).</summary>
    Aicc,

    /// <summary><c>cmi5.xml</c> and no SCORM manifest.</summary>
    Cmi5,

    /// <summary><c>tincan.xml</c> and no SCORM manifest.</summary>
    Xapi,
}
