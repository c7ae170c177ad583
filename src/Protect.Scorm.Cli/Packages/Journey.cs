namespace Protect.Scorm.Cli.Packages;

/// <summary>One way through a package that was played, with everything that was said to the LMS.</summary>
/// <param name="Name">What the learner did.</param>
/// <param name="Calls">Each call with its answer, in order, such as <c>LMSCommit("") → true</c>.</param>
internal sealed record Journey(string Name, IReadOnlyList<string> Calls);
