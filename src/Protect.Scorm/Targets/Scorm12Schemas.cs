namespace Protect.Scorm.Targets;

/// <summary>
/// Namespaces of a SCORM 1.2 manifest and the official schema file of each (CAM 1.2, 2.3; IMS content packaging 1.1.2;
/// IMS metadata 1.2.1). The two IMS host names differ on purpose: they were published like that.
/// </summary>
internal static class Scorm12Schemas
{
    public const string Packaging = "http://www.imsproject.org/xsd/imscp_rootv1p1p2";

    public const string Adl = "http://www.adlnet.org/xsd/adlcp_rootv1p2";

    public const string Metadata = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1";

    public const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public const string PackagingFile = "imscp_rootv1p1p2.xsd";

    public const string AdlFile = "adlcp_rootv1p2.xsd";

    public const string MetadataFile = "imsmd_rootv1p2p1.xsd";

    /// <summary>
    /// Declares <c>xml:lang</c> and <c>xml:base</c>; imported by the others and never named in a manifest.
    /// </summary>
    public const string XmlFile = "ims_xml.xsd";

    /// <summary>The schema files at the root of the zip, which no resource lists.</summary>
    public static readonly IReadOnlyList<string> Files = [AdlFile, XmlFile, PackagingFile, MetadataFile];
}
