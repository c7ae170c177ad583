using System.Reflection;

namespace Protect.Scorm.Tests;

/// <summary>Places in the repository the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } =
        typeof(Repository)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(a => a.Key == "RepositoryRoot")
            .Value!;

    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>True when expectations are to be rewritten; the run then fails once, so that nobody takes new output unread.</summary>
    public static bool Accepts => Environment.GetEnvironmentVariable("PROTECT_ACCEPT") == "1";

    /// <summary>Compares a file of the repository with what the product writes now.</summary>
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
            $"{Path.GetRelativePath(Root, path)} differs (PROTECT_ACCEPT=1 accepts).\n--- expected\n{expected}\n--- actual\n{actual}"
        );
    }
}
