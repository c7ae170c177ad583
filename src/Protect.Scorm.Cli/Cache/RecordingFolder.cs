using System.Collections.Concurrent;
using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Text;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli.Cache;

/// <summary>
/// Folder that records every read: file names, sizes and digests of contents. If a later read gives the same answers,
/// a compilation would give the same result.
/// </summary>
internal sealed class RecordingFolder(SourceFolder inner) : SourceFolder
{
    private static readonly ConditionalWeakTable<byte[], string> Digests = [];
    private static readonly ConditionalWeakTable<SourceFolder, ConcurrentDictionary<string, string>> Answers = [];

    private readonly ConcurrentDictionary<string, string> _records = new(StringComparer.Ordinal);
    private volatile bool _isTorn;

    public override string DisplayPath => inner.DisplayPath;

    public override IReadOnlyList<string> Files
    {
        get
        {
            if (!_records.ContainsKey(""))
                Record("", Names(inner));
            return inner.Files;
        }
    }

    public override long? Size(string path)
    {
        long? size = inner.Size(path);
        Record("?" + path, SizeText(size));
        return size;
    }

    public override byte[] Read(string path)
    {
        byte[] bytes = inner.Read(path);
        Record("=" + path, Digest(bytes));
        return bytes;
    }

    public override string Resolve(string path) => inner.Resolve(path);

    internal override object ParseCacheKey => inner.ParseCacheKey;

    /// <summary>
    /// All reads in ordinal order: "" for the file names, “?path” for a size, “=path” for a content. Null when a file
    /// changed between two reads.
    /// </summary>
    public IReadOnlyList<(string Question, string Answer)>? Records =>
        _isTorn
            ? null
            :
            [
                .. _records
                    .OrderBy(record => record.Key, StringComparer.Ordinal)
                    .Select(record => (record.Key, record.Value)),
            ];

    /// <summary>
    /// Returns true when the folder still gives the recorded answers. Each file is read at most once per run.
    /// </summary>
    public static bool IsUnchanged(SourceFolder folder, IReadOnlyList<(string Question, string Answer)> records)
    {
        ConcurrentDictionary<string, string> today = Answers.GetOrCreateValue(folder);
        return records.All(record =>
            today.GetOrAdd(
                record.Question,
                question =>
                    question.Length == 0 ? Names(folder)
                    : question[0] == '?' ? SizeText(folder.Size(question[1..]))
                    : folder.Exists(question[1..]) ? Digest(folder.Read(question[1..]))
                    : "none"
            ) == record.Answer
        );
    }

    private void Record(string question, string answer)
    {
        if (_records.GetOrAdd(question, answer) != answer)
            _isTorn = true;
    }

    private static string SizeText(long? size) =>
        size?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none";

    private static string Names(SourceFolder folder) => Hash(Encoding.UTF8.GetBytes(string.Join('\n', folder.Files)));

    private static string Digest(byte[] bytes) => Digests.GetValue(bytes, Hash);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(XxHash128.Hash(bytes));
}
