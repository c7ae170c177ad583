using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Cli.Preview;

/// <summary>Responses of the preview: bytes, JSON, a file of the tool, or a refusal with its reason.</summary>
internal static class Replies
{
    public static async Task Send(HttpContext context, string type, ReadOnlyMemory<byte> bytes)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes);
    }

    public static Task File(HttpContext context, string name) =>
        Send(context, ContentTypes.Of(name), SourceFolder.Embedded("bundle").Read(name));

    public static Task Json(HttpContext context, Action<Utf8JsonWriter> write, int status = 200)
    {
        context.Response.StatusCode = status;
        using var bytes = new MemoryStream();
        using (
            var json = new Utf8JsonWriter(
                bytes,
                new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        )
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        return Send(context, "application/json", bytes.ToArray());
    }

    public static Task Refuse(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        return Send(context, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(why + "\n"));
    }

    public static void Findings(Utf8JsonWriter json, IEnumerable<Diagnostic> findings)
    {
        json.WriteStartArray("findings");
        foreach (Diagnostic finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("file", finding.Span.File.Path);
            json.WriteNumber("line", finding.Span.Line);
            json.WriteNumber("column", finding.Span.Column);
            json.WriteString("slug", finding.Rule.Slug);
            json.WriteString("severity", finding.Rule.Severity.ToString().ToLowerInvariant());
            json.WriteString("message", finding.Message);
            json.WriteString("help", finding.Help);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
