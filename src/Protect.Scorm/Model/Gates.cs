using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Model;

/// <summary>Something that must be done before a page opens; one of the three is set.</summary>
internal sealed record Requirement(PageRef? Page, Located<string>? Check, Located<int>? Score, SourceSpan Span);

/// <summary>Knowledge checks that let a learner leave out pages.</summary>
/// <param name="Right">How many of the page's checks must be right.</param>
/// <param name="Opens">Ids of modules whose pages then count as seen.</param>
internal sealed record Pretest(Located<int> Right, IReadOnlyList<Located<string>> Opens);
