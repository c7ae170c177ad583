using Protect.Scorm.Cli.Preview;
using Protect.Scorm.Playing;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Tests;

public sealed class TypeScriptTests
{
    [Fact(DisplayName = "The player's types of its data match the records that the compiler writes")]
    public void PlayerTypes() =>
        Repository.Same(
            Repository.At("src", "browser", "player", "core", "course-data.generated.ts"),
            TypeScriptTypes.Of(
                PlayerJson.Unescaped,
                "the records in Protect.Scorm/Playing",
                typeof(CourseData),
                typeof(ModuleData),
                typeof(LanguageData),
                typeof(SearchData)
            )
        );

    [Fact(DisplayName = "The preview's types of its data match the records that its server sends and reads")]
    public void PreviewTypes() =>
        Repository.Same(
            Repository.At("src", "browser", "preview", "data.generated.ts"),
            TypeScriptTypes.Of(
                PreviewJson.Unescaped,
                "the records in Protect.Scorm.Cli/Preview",
                typeof(WorkspaceData),
                typeof(UploadData),
                typeof(LaunchesData),
                typeof(BuildChoices),
                typeof(BuildData),
                typeof(LmsSheet)
            )
        );
}
