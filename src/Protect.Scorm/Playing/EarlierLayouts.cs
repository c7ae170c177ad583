using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Playing;

/// <summary>The maps of earlier releases that a course keeps in <c>layouts/</c>, so that old progress is read in full.</summary>
internal static class EarlierLayouts
{
    /// <summary>By version, each layout once, without the present one.</summary>
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
