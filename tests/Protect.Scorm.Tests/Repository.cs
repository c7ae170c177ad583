using System.Reflection;

namespace Protect.Scorm.Tests;

/// <summary>Paths in the repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } =
        typeof(Repository)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "RepositoryRoot")
            .Value!;

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>True to accept the current output. The run then fails once, so that nobody accepts it unread.</summary>
    public static bool Accepts => Environment.GetEnvironmentVariable("PROTECT_ACCEPT") == "1";

    /// <summary>Compares a file of the repository with the current output of the product.</summary>
    public static void Same(string path, string actual)
    {
        string expected = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : "";
        if (expected == actual)
            return;
        if (Accepts)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
            Assert.Fail($"Accepted: {Path.GetRelativePath(Root, path)}\n--- before\n{expected}\n--- now\n{actual}");
        }
        Assert.Fail(
            $"{Path.GetRelativePath(Root, path)} differs (PROTECT_ACCEPT=1 accepts).\n--- expected\n{expected}\n"
                + $"--- actual\n{actual}"
        );
    }
}
