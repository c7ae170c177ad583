using System.Reflection;

namespace Protect.Scorm.Browser.Tests;

/// <summary>Paths in the repository that the tests were built from.</summary>
internal static class Repository
{
    public static string At(params string[] parts) =>
        Path.Combine([
            typeof(Repository)
                .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Single(a => a.Key == "RepositoryRoot")
                .Value!,
            .. parts,
        ]);
}
