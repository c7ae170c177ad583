using Protect.Scorm.Formulas;

namespace Protect.Scorm.Content;

/// <summary>Compares options and items as readers do: capitals count in formulas only.</summary>
internal sealed class SameText : IEqualityComparer<string>
{
    public static SameText Comparer { get; } = new();

    public bool Equals(string? one, string? other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase)
        && (one == other || !FormulaSyntax.IsIn(one ?? ""));

    public int GetHashCode(string text) => StringComparer.OrdinalIgnoreCase.GetHashCode(text);
}
