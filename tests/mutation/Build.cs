using System.Globalization;
using System.Reflection;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Protect.Scorm.Mutation;

/// <summary>Compiles the library with all mutants of a room, next to the tests as built.</summary>
internal static class Build
{
    private static readonly string[] Libraries =
    [
        "AngleSharp",
        "Markdig",
        "Scriban.Signed",
        "System.IO.Hashing",
        "YamlDotNet",
    ];

    /// <summary>Replaces the library in a folder with a mutated one, and returns the mutants in it.</summary>
    public static IReadOnlyList<Mutant> Into(string folder, string root, Func<string, bool> isMutated)
    {
        string library = Path.Combine(root, "src", "Protect.Scorm");
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        SyntaxTree Parse(string file) =>
            CSharpSyntaxTree.ParseText(
                SourceText.From(File.ReadAllText(file), System.Text.Encoding.UTF8),
                options,
                file
            );
        string[] generated = Directory.GetFiles(
            Path.Combine(library, "obj", "Debug"),
            "*.cs",
            SearchOption.AllDirectories
        );
        string[] files =
        [
            .. Directory
                .EnumerateFiles(library, "*.cs", SearchOption.AllDirectories)
                .Where(file => !Path.GetRelativePath(library, file).StartsWith("obj", StringComparison.Ordinal))
                .Where(file => !Path.GetRelativePath(library, file).StartsWith("bin", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        SyntaxTree[] own = [.. files.Select(Parse)];
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        IEnumerable<MetadataReference> references = Directory
            .EnumerateFiles(framework, "*.dll")
            .Where(IsManaged)
            .Concat(Libraries.Select(name => Path.Combine(folder, name + ".dll")))
            .DistinctBy(Path.GetFileName)
            .Select(file => MetadataReference.CreateFromFile(file));
        var compilation = CSharpCompilation.Create(
            "Protect.Scorm",
            [.. own, .. generated.Select(Parse), Parse(Path.Combine(root, "tests", "mutation", "Switch.cs"))],
            references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                optimizationLevel: OptimizationLevel.Release,
                allowUnsafe: true
            )
        );
        // Generated code does not depend on the mutants.
        CSharpGeneratorDriver
            .Create(Generators(framework), parseOptions: options)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation whole, out _);
        string dll = Path.Combine(folder, "Protect.Scorm.dll");
        ResourceDescription[] resources = [.. Resources(File.ReadAllBytes(dll))];
        var skipped = new HashSet<int>();
        while (true)
        {
            var mutants = new List<Mutant>();
            var planted = new HashSet<string>();
            Compilation mutated = whole;
            int next = 0;
            foreach (SyntaxTree tree in own)
            {
                string name = Path.GetRelativePath(library, tree.FilePath).Replace('\\', '/');
                if (!isMutated(name))
                    continue;
                var planter = new Planter(name, whole.GetSemanticModel(tree), next, skipped, mutants);
                SyntaxNode changed = planter.Visit(tree.GetRoot());
                planted.Add(tree.FilePath);
                next = planter.Next;
                mutated = mutated.ReplaceSyntaxTree(tree, tree.WithRootAndOptions(changed, options));
            }
            // The files with mutants alone, because all of the library takes long.
            Diagnostic[] errors =
            [
                .. mutated
                    .SyntaxTrees.Where(tree => planted.Contains(tree.FilePath))
                    .SelectMany(tree => mutated.GetSemanticModel(tree).GetDiagnostics())
                    .Where(found => found.Severity == DiagnosticSeverity.Error),
            ];
            if (errors.Length == 0)
            {
                using var bytes = new MemoryStream();
                var result = mutated.Emit(bytes, manifestResources: resources);
                if (!result.Success)
                    throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Take(5)));
                File.WriteAllBytes(dll, bytes.ToArray());
                return mutants;
            }
            int before = skipped.Count;
            foreach (Diagnostic error in errors)
                if (Blame(error) is { } number)
                    skipped.Add(number);
                else
                    throw new InvalidOperationException(error.ToString());
            if (skipped.Count == before)
                throw new InvalidOperationException(string.Join('\n', errors.Take(5)));
        }
    }

    // The innermost mutant around the error, else the mutants of the method: they can lose an assignment.
    private static int? Blame(Diagnostic error)
    {
        if (error.Location.SourceTree is not { } tree)
            return null;
        SyntaxNode node = tree.GetRoot().FindNode(error.Location.SourceSpan, getInnermostNodeForTie: true);
        IEnumerable<SyntaxNode> inside = node.AncestorsAndSelf()
            .SelectMany(around =>
                around is Microsoft.CodeAnalysis.CSharp.Syntax.MemberDeclarationSyntax
                    ? around.DescendantNodes().Where(below => below.SpanStart <= node.SpanStart).Reverse()
                    : [around]
            );
        return inside
            .SelectMany(around => around.GetAnnotations(Planter.Mark))
            .Select(mark => (int?)int.Parse(mark.Data!, CultureInfo.InvariantCulture))
            .FirstOrDefault();
    }

    private static IEnumerable<ISourceGenerator> Generators(string framework)
    {
        string packs = Path.GetFullPath(Path.Combine(framework, "../../../packs/Microsoft.NETCore.App.Ref"));
        string newest = Directory.GetDirectories(packs, $"{Environment.Version.Major}.*").Order().Last();
        return Directory
            .EnumerateFiles(Path.Combine(newest, "analyzers", "dotnet", "cs"), "*.dll")
            .SelectMany(file => new AnalyzerFileReference(file, new Loader()).GetGenerators(LanguageNames.CSharp));
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath) { }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }

    private static bool IsManaged(string file)
    {
        using var reader = new PEReader(File.OpenRead(file));
        return reader.HasMetadata;
    }

    // Resources of the library as built.
    private static IEnumerable<ResourceDescription> Resources(byte[] library)
    {
        Assembly assembly = Assembly.Load(library);
        foreach (string name in assembly.GetManifestResourceNames())
            yield return new ResourceDescription(name, () => assembly.GetManifestResourceStream(name)!, isPublic: true);
    }
}
