using Protect.Scorm.Inspecting.Rules;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Inspecting.Checks;

/// <summary>Table of the namespaces in SCORM manifests.</summary>
internal static class XmlNamespaces
{
    public const string Packaging2004 = "http://www.imsglobal.org/xsd/imscp_v1p1";

    public static readonly IReadOnlyList<string> Scorm12 =
    [
        Scorm12Schemas.Packaging,
        Scorm12Schemas.Adl,
        Scorm12Schemas.Metadata,
    ];

    public static readonly IReadOnlyList<string> Scorm2004 =
    [
        Packaging2004,
        "http://www.adlnet.org/xsd/adlcp_v1p3",
        "http://www.adlnet.org/xsd/adlseq_v1p3",
        "http://www.adlnet.org/xsd/adlnav_v1p3",
        "http://www.imsglobal.org/xsd/imsss",
        "http://ltsc.ieee.org/xsd/LOM",
    ];

    /// <summary>Namespaces of XML itself.</summary>
    public static readonly IReadOnlyList<string> Xml =
    [
        Scorm12Schemas.Instance,
        "http://www.w3.org/XML/1998/namespace",
        "http://www.w3.org/2000/xmlns/",
    ];

    /// <summary>Returns the namespace of content packaging for a kind of package.</summary>
    public static string PackagingOf(PackageKind kind) =>
        kind == PackageKind.Scorm2004 ? Packaging2004 : Scorm12Schemas.Packaging;
}
