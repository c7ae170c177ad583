namespace Protect.Scorm.Inspecting.Scanning;

/// <summary>
/// Finds the addresses in CSS (css-syntax-3, 4.3): url(), @import and image-set(), not those in comments and strings.
/// One pass, no backtracking.
/// </summary>
internal sealed class StyleScanner(string text, int shift, ContentNotes notes)
{
    private int _at;
    private bool _isImport,
        _isNamespace;
    private int _imageSet; // open parentheses of image-set(), 0 outside

    public static void Read(string text, int shift, ContentNotes notes) => new StyleScanner(text, shift, notes).Run();

    private void Run()
    {
        while (_at < text.Length)
        {
            char c = text[_at];
            if (c == '/' && Next == '*')
                _at = After("*/", _at + 2);
            else if (c is '"' or '\'')
                Quoted();
            else if (c == '@')
                AtRule();
            else if (c is ';' or '{' or '}')
                (_isImport, _isNamespace, _imageSet, _at) = (false, false, 0, _at + 1);
            else if (IsName(c))
                Name();
            else
            {
                if (_imageSet > 0 && c is '(' or ')')
                    _imageSet += c == '(' ? 1 : -1;
                _at += c == '\\' ? 2 : 1;
            }
        }
    }

    private char Next => _at + 1 < text.Length ? text[_at + 1] : '\0';

    private int After(string end, int from) =>
        from < text.Length && text.IndexOf(end, from, StringComparison.Ordinal) is >= 0 and int found
            ? found + end.Length
            : text.Length;

    private void Quoted()
    {
        int start = _at;
        string value = String();
        if (_isImport)
            Add(ReferenceKind.Style, value, start, "@import");
        else if (_imageSet > 0)
            Add(ReferenceKind.Loads, value, start, "image-set()");
        _isImport = false;
    }

    /// <summary>Reads a string. An unescaped line feed ends it (css-syntax-3, bad-string-token).</summary>
    private string String()
    {
        char quote = text[_at];
        int start = ++_at;
        while (_at < text.Length && text[_at] != quote && text[_at] != '\n')
            _at += text[_at] == '\\' ? 2 : 1;
        int end = Math.Min(_at, text.Length);
        _at = Math.Min(end + 1, text.Length);
        return Unescaped(text[start..end]);
    }

    private void AtRule()
    {
        int start = ++_at;
        while (_at < text.Length && IsName(text[_at]))
            _at++;
        ReadOnlySpan<char> name = text.AsSpan(start, _at - start);
        _isImport = name.Equals("import", StringComparison.OrdinalIgnoreCase);
        _isNamespace = name.Equals("namespace", StringComparison.OrdinalIgnoreCase);
    }

    private void Name()
    {
        int start = _at;
        while (_at < text.Length && IsName(text[_at]))
            _at++;
        ReadOnlySpan<char> name = text.AsSpan(start, _at - start);
        if (_at >= text.Length || text[_at] != '(')
            return;
        if (name.Equals("url", StringComparison.OrdinalIgnoreCase))
            Url(start);
        else if (name.EndsWith("image-set", StringComparison.OrdinalIgnoreCase))
            (_imageSet, _at) = (1, _at + 1);
    }

    private void Url(int start)
    {
        for (_at++; _at < text.Length && char.IsWhiteSpace(text[_at]); )
            _at++;
        string value;
        if (_at < text.Length && text[_at] is '"' or '\'')
            value = String();
        else
        {
            int from = _at;
            while (_at < text.Length && text[_at] != ')')
                _at += text[_at] == '\\' ? 2 : 1;
            _at = Math.Min(_at, text.Length);
            value = Unescaped(text[from.._at].TrimEnd());
        }
        if (!_isNamespace)
            Add(_isImport ? ReferenceKind.Style : ReferenceKind.Loads, value, start, _isImport ? "@import" : "url()");
        _isImport = false;
    }

    private void Add(ReferenceKind kind, string address, int offset, string from) =>
        notes.Refer(kind, address, shift + offset, from);

    private static bool IsName(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' || c > '\x7F';

    /// <summary>Removes escapes of single characters. Numeric escapes are rare in addresses and stay.</summary>
    private static string Unescaped(string value) =>
        value.Contains('\\') ? value.Replace("\\\n", "").Replace("\\", "") : value;
}
