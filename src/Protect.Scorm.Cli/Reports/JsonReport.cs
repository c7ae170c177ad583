using System.Text.Encodings.Web;
using System.Text.Json;
using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli.Reports;

/// <summary>Report for machines: one JSON document on standard output.</summary>
internal sealed class JsonReport : Report
{
    private readonly List<(string Course, CompileResult Result, string? Path, TimeSpan Time)> _courses = [];

    public override void Add(string course, CompileResult result, string? path, TimeSpan time) =>
        _courses.Add((course, result, path, time));

    public override void Finish() =>
        WriteDocument(json =>
        {
            json.WriteStartArray("diagnostics");
            foreach (Diagnostic diagnostic in _courses.SelectMany(course => course.Result.Diagnostics))
                Write(json, diagnostic);
            json.WriteEndArray();
            json.WriteStartArray("courses");
            foreach (var course in _courses)
                Write(json, course.Course, course.Result, course.Path, course.Time);
            json.WriteEndArray();
            Addition?.Invoke(json);
        });

    /// <summary>Writes one indented object to standard output, with non-ASCII letters unescaped.</summary>
    public static void WriteDocument(Action<Utf8JsonWriter> write)
    {
        using Stream output = Console.OpenStandardOutput();
        using (
            var json = new Utf8JsonWriter(
                output,
                new JsonWriterOptions
                {
                    Indented = true,
                    NewLine = "\n",
                    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            )
        )
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("file", diagnostic.Span.File.Path);
        json.WriteNumber("line", diagnostic.Span.Line);
        json.WriteNumber("column", diagnostic.Span.Column);
        json.WriteNumber("length", diagnostic.Span.Length);
        json.WriteString("severity", diagnostic.Rule.Severity.ToString().ToLowerInvariant());
        json.WriteString("slug", diagnostic.Rule.Slug);
        json.WriteString("message", diagnostic.Message);
        json.WriteString("help", diagnostic.Help);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, StateBudget state)
    {
        json.WriteStartArray("suspendDataModules");
        foreach (ModuleBudget module in state.Modules)
        {
            json.WriteStartObject();
            json.WriteString("id", module.Id);
            json.WriteNumber("characters", module.Characters);
            json.WriteStartObject("questionBits");
            foreach (QuestionBudget question in module.Questions)
                json.WriteNumber(question.Id, question.Bits);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string course, CompileResult result, string? path, TimeSpan time)
    {
        json.WriteStartObject();
        json.WriteString("course", course);
        json.WriteBoolean("sound", result.Summary is not null);
        json.WriteString("package", path);
        if (result.Summary is { } facts)
        {
            json.WriteNumber("bytes", result.Image!.Length);
            json.WriteNumber("pages", facts.Pages);
            json.WriteNumber("questions", facts.Questions);
            if (facts.PassMark is { } mark)
                json.WriteNumber("passMark", mark);
            else
                json.WriteNull("passMark");
            json.WriteString("lms", facts.Target.Id);
            json.WriteNumber("suspendDataCharacters", facts.State.Characters);
            json.WriteNumber("suspendDataLimit", facts.Target.SuspendData.Value);
            Write(json, facts.State);
        }
        json.WriteNumber("milliseconds", (long)time.TotalMilliseconds);
        json.WriteEndObject();
    }
}
