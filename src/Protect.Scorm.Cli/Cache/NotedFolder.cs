using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Text;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli.Cache;

/// <summary>A folder that notes what it was asked, and what it answered: names, sizes, contents. Whoever asks again and hears the same would make the same.</summary>
internal sealed class NotedFolder(SourceFolder inner) : SourceFolder
{
    private static readonly ConditionalWeakTable<byte[], string> Digests = [];
    private static readonly ConditionalWeakTable<SourceFolder, ConcurrentDictionary<string, string>> Answers = [];

    private readonly ConcurrentDictionary<string, string> _notes = new(StringComparer.Ordinal);
    private volatile bool _isTorn;

    public override string DisplayPath => inner.DisplayPath;

    public override IReadOnlyList<string> Files
    {
        get
        {
            if (!_notes.ContainsKey(""))
                Note("", Names(inner));
            return inner.Files;
        }
    }

    public override long? Size(string path)
    {
        long? size = inner.Size(path);
        Note("?" + path, SizeText(size));
        return size;
    }

    public override byte[] Read(string path)
    {
        byte[] bytes = inner.Read(path);
        Note("=" + path, Digest(bytes));
        return bytes;
    }

    public override string Resolve(string path) => inner.Resolve(path);

    internal override object ParseCacheKey => inner.ParseCacheKey;

    /// <summary>Questions with their answers; null when two answers to one question differed, because somebody saved a file meanwhile.</summary>
    public IReadOnlyList<(string Question, string Answer)>? Notes =>
        _isTorn
            ? null
            : [.. _notes.OrderBy(note => note.Key, StringComparer.Ordinal).Select(note => (note.Key, note.Value))];

    /// <summary>True when the folder answers today what was noted. Each question is put once in a run.</summary>
    public static bool AnswersAlike(SourceFolder folder, IReadOnlyList<(string Question, string Answer)> notes)
    {
        ConcurrentDictionary<string, string> today = Answers.GetOrCreateValue(folder);
        return notes.All(note =>
            today.GetOrAdd(
                note.Question,
                question =>
                    question.Length == 0 ? Names(folder)
                    : question[0] == '?' ? SizeText(folder.Size(question[1..]))
                    : folder.Exists(question[1..]) ? Digest(folder.Read(question[1..]))
                    : "none"
            ) == note.Answer
        );
    }

    private void Note(string question, string answer)
    {
        if (_notes.GetOrAdd(question, answer) != answer)
            _isTorn = true;
    }

    private static string SizeText(long? size) =>
        size?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none";

    private static string Names(SourceFolder folder) => Hash(Encoding.UTF8.GetBytes(string.Join('\n', folder.Files)));

    private static string Digest(byte[] bytes) => Digests.GetValue(bytes, Hash);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(XxHash128.Hash(bytes));
}
