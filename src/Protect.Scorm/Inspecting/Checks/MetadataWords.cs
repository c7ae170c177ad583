namespace Protect.Scorm.Inspecting.Checks;

/// <summary>Tables of parts, vocabularies and lengths of IMS metadata 1.2.1 and SCORM's profile of it.</summary>
internal static class MetadataWords
{
    /// <summary>Children of each part in the order of the schema.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Order = new Dictionary<string, string[]>
    {
        ["lom"] =
        [
            "general",
            "lifecycle",
            "metametadata",
            "technical",
            "educational",
            "rights",
            "relation",
            "annotation",
            "classification",
        ],
        ["general"] =
        [
            "identifier",
            "title",
            "catalogentry",
            "language",
            "description",
            "keyword",
            "coverage",
            "structure",
            "aggregationlevel",
        ],
        ["lifecycle"] = ["version", "status", "contribute"],
        ["metametadata"] = ["identifier", "catalogentry", "contribute", "metadatascheme", "language"],
        ["technical"] =
        [
            "format",
            "size",
            "location",
            "requirement",
            "installationremarks",
            "otherplatformrequirements",
            "duration",
        ],
        ["rights"] = ["cost", "copyrightandotherrestrictions", "description"],
        ["classification"] = ["purpose", "taxonpath", "description", "keyword"],
    };

    /// <summary>Elements whose text is in langstrings.</summary>
    public static readonly IReadOnlySet<string> Texts = new HashSet<string>
    {
        "title",
        "description",
        "keyword",
        "coverage",
        "entry",
        "version",
        "installationremarks",
        "otherplatformrequirements",
        "source",
        "value",
    };

    private static readonly string[] YesNo = ["yes", "no"],
        Levels = ["very low", "low", "medium", "high", "very high"];

    /// <summary>Elements with a source and a value, with the allowed values; an empty list allows any.</summary>
    public static readonly IReadOnlyDictionary<string, string[]> Vocabularies = new Dictionary<string, string[]>
    {
        ["structure"] =
        [
            "Collection",
            "Mixed",
            "Linear",
            "Hierarchical",
            "Networked",
            "Branched",
            "Parceled",
            "Atomic",
        ],
        ["aggregationlevel"] = ["1", "2", "3", "4"],
        ["status"] = ["Draft", "Final", "Revised", "Unavailable"],
        ["interactivitytype"] = ["Active", "Expositive", "Mixed", "Undefined"],
        ["learningresourcetype"] =
        [
            "Exercise",
            "Simulation",
            "Questionnaire",
            "Diagram",
            "Figure",
            "Graph",
            "Index",
            "Slide",
            "Table",
            "Narrative Text",
            "Exam",
            "Experiment",
            "ProblemStatement",
            "SelfAssesment",
        ],
        ["interactivitylevel"] = Levels,
        ["semanticdensity"] = Levels,
        ["difficulty"] = ["very easy", "easy", "medium", "difficult", "very difficult"],
        ["intendedenduserrole"] = ["Teacher", "Author", "Learner", "Manager"],
        ["cost"] = YesNo,
        ["copyrightandotherrestrictions"] = YesNo,
        ["kind"] =
        [
            "IsPartOf",
            "HasPart",
            "IsVersionOf",
            "HasVersion",
            "IsFormatOf",
            "HasFormat",
            "References",
            "IsReferencedBy",
            "IsBasedOn",
            "IsBasisFor",
            "Requires",
            "IsRequiredBy",
        ],
        ["purpose"] =
        [
            "Discipline",
            "Idea",
            "Prerequisite",
            "Educational Objective",
            "Accessibility Restrictions",
            "Educational Level",
            "Skill Level",
            "Security Level",
        ],
        ["role"] = [],
        ["context"] = [],
    };

    /// <summary>Parts that SCORM's profile requires, and whether it requires them of assets.</summary>
    public static readonly IReadOnlyList<(string Path, bool OfAssets)> Mandatory =
    [
        ("general/title", true),
        ("general/description", true),
        ("metametadata/metadatascheme", true),
        ("technical/format", true),
        ("technical/location", true),
        ("rights/cost", true),
        ("rights/copyrightandotherrestrictions", true),
        ("general/catalogentry/catalog", false),
        ("general/catalogentry/entry", false),
        ("general/keyword", false),
        ("lifecycle/version", false),
        ("lifecycle/status", false),
        ("classification/purpose", false),
        ("classification/description", false),
        ("classification/keyword", false),
    ];

    /// <summary>Most characters of a langstring.</summary>
    public static readonly IReadOnlyDictionary<string, int> Lengths = new Dictionary<string, int>
    {
        ["title"] = 1000,
        ["keyword"] = 1000,
        ["description"] = 2000,
        ["coverage"] = 1000,
        ["version"] = 50,
        ["entry"] = 1000,
        ["catalog"] = 1000,
        ["installationremarks"] = 1000,
        ["otherplatformrequirements"] = 1000,
    };

    /// <summary>Most occurrences of a part in its category.</summary>
    public static readonly IReadOnlyDictionary<string, int> Counts = new Dictionary<string, int>
    {
        ["catalogentry"] = 10,
        ["language"] = 10,
        ["description"] = 10,
        ["keyword"] = 10,
        ["coverage"] = 10,
        ["contribute"] = 30,
        ["format"] = 40,
        ["location"] = 10,
        ["requirement"] = 40,
        ["relation"] = 100,
        ["annotation"] = 30,
        ["classification"] = 40,
    };
}
