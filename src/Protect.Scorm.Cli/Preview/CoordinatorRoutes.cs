using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Protect.Scorm.Model;
using Protect.Scorm.Targets;

namespace Protect.Scorm.Cli.Preview;

/// <summary>
/// Routes for coordinators: build a package, download one of the last six packages, get the setup sheet of an LMS.
/// </summary>
internal sealed class CoordinatorRoutes(Workspace workspace)
{
    private const int Kept = 6;

    private static readonly SemaphoreSlim One = new(1);
    private readonly List<(string Number, string FileName, byte[] Zip)> _built = [];
    private int _last;

    /// <summary>Builds a package. Requests wait for each other, as one build uses all processors.</summary>
    public async Task Build(HttpContext context)
    {
        if (await Body(context) is not { } body)
        {
            await Replies.Refuse(
                context,
                413,
                $"The organisation file and its logo are larger than {BuildRequest.MostBytes / 1_000_000} MB together."
            );
            return;
        }
        if (BuildRequest.Read(body, workspace, out string why) is not { } request)
        {
            await Replies.Refuse(context, 400, why);
            return;
        }
        await One.WaitAsync(context.RequestAborted);
        try
        {
            CompileResult result = await Task.Run(() => CourseCompiler.Compile(request.Course.Source, request.Options));
            string? number = result.Zip is { } zip ? Keep(result.Package!.FileName, zip) : null;
            await Replies.Json(context, json => Write(json, result, number));
        }
        finally
        {
            One.Release();
        }
    }

    /// <summary>Sends a package that was built before.</summary>
    public async Task Download(HttpContext context, string number)
    {
        (string Number, string FileName, byte[] Zip) found;
        lock (_built)
            found = _built.FirstOrDefault(built => built.Number == number);
        if (found.Zip is null)
        {
            await Replies.Refuse(context, 404, "This package is no longer available. Build it again.");
            return;
        }
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{found.FileName}\"";
        await Replies.Send(context, "application/zip", found.Zip);
    }

    /// <summary>Sends the setup sheet of an LMS for a course and pass mark.</summary>
    public async Task Sheet(HttpContext context)
    {
        IQueryCollection query = context.Request.Query;
        if (workspace.Find(query["course"].ToString()) is not CourseItem { State: { } state })
        {
            await Replies.Refuse(context, 404, "There is no such course here.");
            return;
        }
        Tracking tracking =
            int.TryParse(query["passMark"], NumberStyles.None, CultureInfo.InvariantCulture, out int mark)
            && state.Tracking.PassMarkRange is { Value: var (lowest, highest) }
            && mark >= lowest
            && mark <= highest
                ? state.Tracking with
                {
                    PassMark = mark,
                }
                : state.Tracking;
        LmsSheet sheet = LmsSheet.Of(
            LmsTargets.ById(query["lms"].ToString()),
            tracking,
            state.HasAssessment,
            query["language"].ToString()
        );
        await Replies.Json(context, json => Write(json, sheet));
    }

    private string Keep(string fileName, byte[] zip)
    {
        lock (_built)
        {
            string number = (++_last).ToString(CultureInfo.InvariantCulture);
            _built.Add((number, fileName, zip));
            if (_built.Count > Kept)
                _built.RemoveAt(0);
            return number;
        }
    }

    private static void Write(Utf8JsonWriter json, CompileResult result, string? number)
    {
        Replies.Findings(json, result.Diagnostics);
        if (number is null || result.Summary is not { } facts)
            return;
        json.WriteString("download", $"/built/{number}");
        json.WriteString("fileName", result.Package!.FileName);
        json.WriteNumber("bytes", result.Image!.Length);
        json.WriteString("title", facts.Title);
        json.WriteString("language", facts.Language);
        json.WriteNumber("pages", facts.Pages);
        json.WriteNumber("questions", facts.Questions);
        if (facts.PassMark is { } mark)
            json.WriteNumber("passMark", mark);
        json.WriteNumber("state", facts.State.Characters);
        json.WriteNumber("limit", facts.Target.SuspendData.Value);
    }

    private static void Write(Utf8JsonWriter json, LmsSheet sheet)
    {
        json.WriteString("language", sheet.Language);
        json.WriteString("title", sheet.Title);
        json.WriteString("evidence", sheet.Evidence);
        json.WriteStartArray("parts");
        foreach (SheetPart part in sheet.Parts)
        {
            json.WriteStartObject();
            json.WriteString("id", part.Id);
            json.WriteString("title", part.Title);
            json.WriteStartArray("entries");
            foreach (SheetEntry entry in part.Entries)
            {
                json.WriteStartObject();
                json.WriteString("text", entry.Text);
                json.WriteString("why", entry.Why);
                json.WriteString("source", entry.Source);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static async Task<byte[]?> Body(HttpContext context)
    {
        if (context.Request.ContentLength > BuildRequest.MostBytes)
            return null;
        try
        {
            using var bytes = new MemoryStream();
            await context.Request.Body.CopyToAsync(bytes, context.RequestAborted);
            return bytes.ToArray();
        }
        catch (BadHttpRequestException)
        {
            return null;
        }
    }
}
