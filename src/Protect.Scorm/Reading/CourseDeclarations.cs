using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Reading;

/// <summary>Declarations of a course, which are read before its texts.</summary>
/// <param name="Id">The id of the course.</param>
/// <param name="Language">The language as written in the file, BCP 47.</param>
/// <param name="Sources">The sources that texts may cite.</param>
/// <param name="CountryNeeds">The slots for data about a country; null for none.</param>
/// <param name="IsSound">False when one of these has errors.</param>
internal sealed record CourseDeclarations(
    Located<string> Id,
    Located<string> Language,
    IReadOnlyList<Source> Sources,
    CountryNeeds? CountryNeeds,
    bool IsSound
);
