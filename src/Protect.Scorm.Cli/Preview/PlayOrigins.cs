namespace Protect.Scorm.Cli.Preview;

/// <summary>
/// Origins of the played packages. Each package has its own host, such as <c>i1-0f3a.localhost</c>, so it can read
/// neither the files nor the storage of another. Browsers run a host of another site in another process, so that an
/// endless loop in a package does not stop the tool's pages; another port would be the same site.
/// Safari does not resolve these hosts: there, all packages play under <c>localhost</c>.
/// </summary>
/// <param name="port">Port of all these origins.</param>
internal sealed class PlayOrigins(int port)
{
    /// <summary>Path that a page of the tool requests to see whether the browser resolves these hosts.</summary>
    public const string Probe = "/reachable";

    /// <summary>Origin of all packages in a browser that does not resolve their own hosts.</summary>
    public string Shared => $"http://localhost:{port}";

    /// <summary>Sources for the security policy of the tool's pages.</summary>
    public string Own => $"http://*.localhost:{port}";

    public string Of(WorkspaceItem item) => $"http://{item.Label}.localhost:{port}";

    /// <summary>Returns true for the host of a package in the workspace, and for the shared one.</summary>
    public bool Knows(string host, Workspace workspace) =>
        host == $"localhost:{port}" || workspace.Items.Any(item => host == $"{item.Label}.localhost:{port}");

    /// <summary>Returns true if this host may serve the package with this id.</summary>
    public bool Serves(string host, string id, Workspace workspace) =>
        host == $"localhost:{port}" || (workspace.Find(id) is { } item && host == $"{item.Label}.localhost:{port}");
}
