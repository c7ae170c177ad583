using System.Security.Cryptography;
using System.Text;

namespace Protect.Scorm.Inspecting.Scanning;

/// <summary>
/// Checks whether a page's policy (CSP level 3) allows an inline script by its hash. A strict LMS can then allow it
/// too.
/// </summary>
internal static class SecurityPolicy
{
    public static bool Holds(IReadOnlyList<string> policies, ReadOnlySpan<char> script)
    {
        if (!policies.Any(policy => policy.Contains("'sha", StringComparison.OrdinalIgnoreCase)))
            return false;
        // Browsers hash the text with line feeds only (HTML, preprocessing the input stream).
        byte[] bytes = Encoding.UTF8.GetBytes(script.ToString().ReplaceLineEndings("\n"));
        string[] wanted =
        [
            $"'sha256-{Convert.ToBase64String(SHA256.HashData(bytes))}'",
            $"'sha384-{Convert.ToBase64String(SHA384.HashData(bytes))}'",
            $"'sha512-{Convert.ToBase64String(SHA512.HashData(bytes))}'",
        ];
        return policies.Any(policy => wanted.Any(hash => policy.Contains(hash, StringComparison.Ordinal)));
    }
}
