using PublicApiGenerator;

namespace Protect.Scorm.Tests;

public sealed class PublicSurfaceTests
{
    [Fact(DisplayName = "The public API of the library is the approved one")]
    public void Approved() =>
        Repository.Same(
            Repository.At("tests", "specs", "public-surface.txt"),
            typeof(CourseCompiler)
                .Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false })
                .ReplaceLineEndings("\n") + "\n"
        );
}
