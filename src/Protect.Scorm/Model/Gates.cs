using Protect.Scorm.Diagnostics;

namespace Protect.Scorm.Model;

/// <summary>A condition that unlocks a page; exactly one of page, check and score is set.</summary>
internal sealed record Requirement(PageRef? Page, Located<string>? Check, Located<int>? Score, SourceSpan Span);

/// <summary>A pre-test: knowledge checks that allow a learner to skip modules.</summary>
/// <param name="Right">Number of right answers needed on the page.</param>
/// <param name="Opens">Ids of modules whose pages then count as seen.</param>
internal sealed record Pretest(Located<int> Right, IReadOnlyList<Located<string>> Opens);
