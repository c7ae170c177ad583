using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Protect.Scorm.Cli.Play;
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

    public static Task Json<T>(HttpContext context, T value, JsonTypeInfo<T> type) =>
        Send(context, "application/json", JsonSerializer.SerializeToUtf8Bytes(value, type));

    public static Task Refuse(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        return Send(context, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(why + "\n"));
    }
}
