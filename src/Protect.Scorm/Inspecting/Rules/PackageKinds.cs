namespace Protect.Scorm.Inspecting.Rules;

/// <summary>Names of the kinds of packages.</summary>
internal static class PackageKinds
{
    public static string Words(PackageKind kind) =>
        kind switch
        {
            PackageKind.Scorm12 => "SCORM 1.2",
            PackageKind.Scorm2004 => "SCORM 2004",
            PackageKind.Aicc => "AICC",
            PackageKind.Cmi5 => "cmi5",
            PackageKind.Xapi => "xAPI (Tin Can)",
            _ => "not a known kind of package",
        };
}
