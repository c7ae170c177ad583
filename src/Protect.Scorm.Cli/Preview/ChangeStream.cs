using Microsoft.AspNetCore.Http;

namespace Protect.Scorm.Cli.Preview;

/// <summary>Notifies open pages of changed items (server-sent events).</summary>
internal sealed class ChangeStream
{
    private readonly List<Func<string, Task>> _listeners = [];

    /// <summary>Notifies all open pages that an item changed.</summary>
    public async Task Notify(string id)
    {
        Func<string, Task>[] listeners;
        lock (_listeners)
            listeners = [.. _listeners];
        foreach (Func<string, Task> listener in listeners)
            await listener(id);
    }

    /// <summary>Sends the id of each changed item until the page is closed.</summary>
    public async Task Listen(HttpContext context)
    {
        context.Response.ContentType = "text/event-stream";
        using var turn = new SemaphoreSlim(1);
        async Task Listener(string id)
        {
            try
            {
                await turn.WaitAsync();
                await context.Response.WriteAsync($"data: {id}\n\n");
                await context.Response.Body.FlushAsync();
                turn.Release();
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or ObjectDisposedException)
            {
                // the page was closed
            }
        }
        lock (_listeners)
            _listeners.Add(Listener);
        try
        {
            await context.Response.WriteAsync(": hello\n\n");
            await context.Response.Body.FlushAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // the page was closed
        }
        finally
        {
            lock (_listeners)
                _listeners.Remove(Listener);
        }
    }
}
