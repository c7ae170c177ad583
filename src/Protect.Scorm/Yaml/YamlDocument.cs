using Protect.Scorm.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Protect.Scorm.Yaml;

/// <summary>
/// Parses a YAML file into nodes with positions. Only this class uses the YAML parser and handles its exceptions.
/// </summary>
internal static class YamlDocument
{
    private const int MaxDepth = 40;

    /// <summary>Faults after which a file is not read further.</summary>
    private const int MostFaults = 100;

    /// <summary>
    /// Parses the bytes of a file; null, with at least one diagnostic, when it is not one YAML document.
    /// </summary>
    /// <param name="shown">The path to show in messages.</param>
    /// <param name="bytes">The content of the file.</param>
    /// <param name="bag">Receives the diagnostics.</param>
    public static YamlNode? Read(string shown, byte[] bytes, DiagnosticBag bag)
    {
        if (SourceFile.Decode(bytes, out int bad) is { } text)
            return Parse(new SourceFile(shown, text), bag);
        var before = new SourceFile(shown, System.Text.Encoding.Latin1.GetString(bytes));
        bag.Add(YamlRules.NotUtf8, before.Span(bad), bad + 1);
        return null;
    }

    public static YamlNode? Parse(SourceFile file, DiagnosticBag bag)
    {
        try
        {
            var builder = new Builder(file, bag, new Parser(new StringReader(file.Text)));
            return builder.Document();
        }
        catch (YamlException e)
        {
            YamlFaults.Report(file, e, bag);
        }
        catch (UnreadableException) { }
        catch (InvalidOperationException)
        {
            // On some unclosed brackets the parser fails with an internal error that has no position.
            YamlFaults.ReportUnclosed(file, bag);
        }
        return null;
    }

    /// <summary>Ends the reading of a file whose faults are reported.</summary>
    private sealed class UnreadableException : Exception;

    private sealed class Builder(SourceFile file, DiagnosticBag bag, Parser parser)
    {
        private bool _faulty;
        private int _flows,
            _faults;
        private (int Line, string Text) _example = (-1, "");

        /// <summary>Builds a node; null when it uses YAML that courses must not use (reported).</summary>
        public YamlNode? Document()
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
            {
                Fault(YamlRules.EmptyFile, file.Start);
                return null;
            }
            parser.Consume<DocumentStart>();
            YamlNode? root = Node(0, -1);
            if (root is YamlScalar { IsEmpty: true })
            {
                Fault(YamlRules.EmptyFile, file.Start);
                root = null;
            }
            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out _))
                Fault(YamlRules.SeveralDocuments, Span(parser.Current!));
            return _faulty ? null : root;
        }

        private YamlNode? Node(int depth, int indent, bool isKey = false)
        {
            if (depth > MaxDepth)
            {
                // Skipping what is inside would take the parser time that grows with the square of the depth.
                Fault(YamlRules.TooDeep, Span(parser.Current!), MaxDepth);
                throw new UnreadableException();
            }
            if (parser.TryConsume<AnchorAlias>(out AnchorAlias? alias))
            {
                SourceSpan at = Span(alias);
                Fault(YamlRules.Alias, at, Example(at.Line));
                return null;
            }
            if (parser.Current is NodeEvent tagged && IsAt('!', (int)tagged.Start.Index))
                Fault(YamlRules.Tag, Span(tagged), Example((int)tagged.Start.Line));
            if (parser.Current is NodeEvent { Anchor.IsEmpty: false } anchored)
                Fault(
                    YamlRules.Syntax,
                    Span(anchored),
                    YamlSlips.StartsWith("&"),
                    YamlSlips.QuoteHelp(file, (int)anchored.Start.Line)
                );
            if (parser.TryConsume<Scalar>(out Scalar? scalar))
                return Text(scalar, indent, isKey);
            if (parser.TryConsume<SequenceStart>(out SequenceStart? list))
                return List(list, depth);
            return Map(parser.Consume<MappingStart>(), depth);
        }

        // A line may have thousands of faults.
        private string Example(int line)
        {
            if (_example.Line != line)
                _example = (line, YamlSlips.Example(file, line));
            return _example.Text;
        }

        private bool IsAt(char sign, int at) => at < file.Text.Length && file.Text[at] == sign;

        private YamlList List(SequenceStart start, int depth)
        {
            var items = new List<YamlNode>();
            int flow = start.Style == SequenceStyle.Flow ? 1 : 0;
            _flows += flow;
            while (!parser.TryConsume<SequenceEnd>(out _))
            {
                if (Node(depth + 1, (int)start.Start.Column - 1) is { } item)
                    items.Add(item);
            }
            _flows -= flow;
            return new YamlList(items, Span(start));
        }

        private YamlMap Map(MappingStart start, int depth)
        {
            var entries = new List<YamlEntry>();
            var byName = new Dictionary<string, YamlEntry>(StringComparer.Ordinal);
            int flow = start.Style == MappingStyle.Flow ? 1 : 0;
            _flows += flow;
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                SourceSpan keySpan = Span(parser.Current!);
                int indent = keySpan.Column - 1;
                if (Node(depth + 1, indent, isKey: true) is not YamlScalar key)
                {
                    YamlSlip slip = YamlSlips.NotAName(file, keySpan);
                    Fault(YamlRules.ComplexKey, slip.Span, slip.What, slip.Help);
                    Skip();
                    continue;
                }
                YamlEntry? first = byName.GetValueOrDefault(key.Value);
                // The fields are still read, to report all faults of a file at once.
                if (first is not null)
                    bag.Add(YamlRules.DuplicateKey, key.Span, key.Value, first.Key.Span.Line);
                if (Node(depth + 1, indent) is { } value && first is null)
                    entries.Add(byName[key.Value] = new YamlEntry(key, value));
            }
            _flows -= flow;
            return new YamlMap(entries, entries.Count > 0 ? entries[0].Key.Span : Span(start));
        }

        private void Skip()
        {
            for (int depth = 0; ; )
            {
                depth += parser.Consume<ParsingEvent>().NestingIncrease;
                if (depth <= 0)
                    return;
                if (depth > MaxDepth)
                    throw new UnreadableException();
            }
        }

        private YamlScalar Text(Scalar scalar, int indent, bool isKey)
        {
            bool block = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded;
            if (
                scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted
                && _flows == 0
                && YamlFaults.IsSwallowed(file, (int)scalar.Start.Index, (int)scalar.End.Index - 1)
            )
            {
                char quote = file.Text[(int)scalar.Start.Index];
                Fault(YamlRules.Unclosed, file.Span((int)scalar.Start.Index), quote, quote, "");
            }
            return new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, block, Span(scalar))
            {
                Place = new((int)scalar.Start.Index, (int)scalar.End.Index, indent, _flows > 0, isKey),
            };
        }

        private void Fault(DiagnosticRule rule, SourceSpan span, params object?[] args)
        {
            _faulty = true;
            bag.Add(rule, span, args);
            if (++_faults == MostFaults)
                throw new UnreadableException();
        }

        private SourceSpan Span(ParsingEvent at)
        {
            int column = (int)at.Start.Column,
                length = 1;
            if (at.End.Line == at.Start.Line)
                length = (int)at.End.Column - column;
            else if (at is Scalar { Style: not (ScalarStyle.Literal or ScalarStyle.Folded) })
                length = file.Line((int)at.Start.Line).Length - column + 1;
            return file.At((int)at.Start.Line, column, length);
        }
    }
}
