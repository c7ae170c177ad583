using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Playing;

/// <summary>
/// Reads the state maps of earlier releases from <c>layouts/</c>, so that their progress can be restored completely.
/// </summary>
internal static class EarlierLayouts
{
    /// <summary>Returns the maps in order of version, each layout once, without the current layout.</summary>
    public static IReadOnlyList<StateMap> Read(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        var maps = new List<StateMap>();
        foreach (string file in folder.Files.Where(file => file.StartsWith(StateMap.Folder, StringComparison.Ordinal)))
        {
            SourceFile? text = file.EndsWith(StateMap.Suffix, StringComparison.Ordinal) ? folder.Text(file) : null;
            SourceSpan start = (text ?? SourceFile.WithoutText(folder.Display(file))).Start;
            if (text is null || StateMap.Read(text.Text) is not { } map || !map.IsSound)
                bag.Add(PlayingRules.BrokenLayout, start);
            else if (map.Id != course.Id.Value && course.Family.Contains(map.Id))
                continue; // of another edition
            else if (map.Id != course.Id.Value)
                bag.Add(PlayingRules.ForeignLayout, start, map.Id, course.Id.Value);
            else
                maps.Add(map);
        }
        string now = StateHash.Of(course);
        return [.. maps.Where(map => map.Hash != now).DistinctBy(map => map.Hash)];
    }
}
