using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Protect.Scorm.Cli.Reports;
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
            await Replies.Json(context, BuildData.Of(result, number), PreviewJson.Unescaped.BuildData);
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
            query["language"].ToString(),
            state.Notices.GetValueOrDefault(query["language"].ToString(), state.Notices[SheetText.Languages[0]])
        );
        await Replies.Json(context, sheet, PreviewJson.Unescaped.LmsSheet);
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

/// <summary>Result of a build: its findings, and the package if there is one.</summary>
internal sealed record BuildData(
    IReadOnlyList<DiagnosticEntry> Findings,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] BuiltPackageData? Package
)
{
    public static BuildData Of(CompileResult result, string? number) =>
        new(
            [.. result.Diagnostics.Select(DiagnosticEntry.Of)],
            number is null || result.Summary is not { } facts
                ? null
                : new BuiltPackageData(
                    $"/built/{number}",
                    result.Package!.FileName,
                    result.Image!.Length,
                    facts.Title,
                    facts.Language,
                    facts.Pages,
                    facts.Questions,
                    facts.PassMark,
                    facts.State.Characters,
                    facts.Target.SuspendData.Value
                )
        );
}

/// <summary>Package that was built.</summary>
/// <param name="Download">Address of the zip.</param>
/// <param name="PassMark">Pass mark in percent; absent without an assessment.</param>
/// <param name="State">Most characters of suspend data.</param>
/// <param name="Limit">Characters that the LMS keeps.</param>
internal sealed record BuiltPackageData(
    string Download,
    string FileName,
    long Bytes,
    string Title,
    string Language,
    int Pages,
    int Questions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? PassMark,
    int State,
    int Limit
);
