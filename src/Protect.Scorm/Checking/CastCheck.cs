using Protect.Scorm.Content;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Checking;

/// <summary>Checks the people of the cast, and that every speaker is one of them.</summary>
internal sealed class CastCheck : ICourseCheck
{
    public void Check(Course course, SourceFolder folder, DiagnosticBag bag)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (CastMember person in course.Cast)
        {
            if (!known.Add(person.Id.Value))
                bag.Add(CastRules.RepeatedPerson, person.Id.Span, person.Id.Value);
            if (person.Portrait is not { } portrait)
                continue;
            AssetRules.CheckType(portrait, "a portrait", AssetRules.Pictures, bag);
            AssetRules.CheckAlt(person.Alt, portrait, bag);
            if (person.Alt is null)
                bag.Add(CastRules.PortraitWithoutAlt, portrait.Span, person.Name.Value);
        }
        Located<string>[] speakers = [.. course.Pages.SelectMany(Cast.SpeakersOf)];
        // A block has the same reference twice: in its turns and in its list of people.
        foreach (Located<string> speaker in speakers.Where(id => !known.Contains(id.Value)).DistinctBy(id => id.Span))
            bag.Add(CastRules.UnknownPerson, speaker.Span, speaker.Value, Nearest.Hint(speaker.Value, known));
        foreach (
            Node node in course
                .Questions.Select(item => item.Question)
                .OfType<Branching>()
                .SelectMany(question => question.Nodes)
                .Where(node => node.Speaker is not null && node.Who is not null)
        )
            bag.Add(CastRules.WhoAndSpeaker, node.Who!.Span);
        // A shorter edition need not show all of them.
        if (course.IsTranslated || course.Id.Value != course.Family.FirstOrDefault())
            return;
        foreach (CastMember person in course.Cast.Where(p => !speakers.Any(id => id.Value == p.Id.Value)))
            bag.Add(CastRules.UnusedPerson, person.Id.Span, person.Name.Value);
    }
}
