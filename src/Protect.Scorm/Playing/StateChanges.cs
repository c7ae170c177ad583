namespace Protect.Scorm.Playing;

/// <summary>Effect of an update on a learner in the middle of the course.</summary>
public enum StateEffect
{
    /// <summary>Learners keep it.</summary>
    Keeps,

    /// <summary>Learners do it again.</summary>
    Redoes,

    /// <summary>Learners lose it.</summary>
    Loses,
}

/// <summary>Effect of an update, in a sentence for authors.</summary>
public sealed record StateChange(StateEffect Effect, string Sentence);

/// <summary>Compares two releases, and lists what learners in progress keep, must repeat or lose.</summary>
public static class StateChanges
{
    /// <summary>Lists the effects on a learner who began the old release and opens the new one.</summary>
    public static IReadOnlyList<StateChange> Between(StateMap old, StateMap now)
    {
        if (old.Id != now.Id)
        {
            return
            [
                Loses(
                    $"The course has another id ({old.Id}, now {now.Id}): "
                        + "an LMS treats it as another course. Learners start again."
                ),
                Loses("Moodle deletes all attempts when such a package replaces the old one, and keeps the grades."),
            ];
        }
        var changes = new List<StateChange>
        {
            Keeps(
                "The id is the same: when this package replaces the old one, "
                    + "Moodle and other LMSs that track by id keep the attempts."
            ),
        };
        if (old.Hash == now.Hash)
            changes.Add(Keeps("Pages and questions are the same: learners continue where they were."));
        else if (now.Reads.Contains(old.Hash))
            Mapped(old, now, changes);
        else
            Unknown(old, changes);
        Rules(old, now, changes);
        return changes;
    }

    private static void Unknown(StateMap old, List<StateChange> changes)
    {
        changes.Add(
            Keeps("Status, best result and used attempts stay, and so does the learner's page if it still exists.")
        );
        changes.Add(
            Loses(
                $"The new release does not know the layout of {old.Version}: pages seen and answers are lost. "
                    + $"To keep them, put the old package's {StateMap.Suffix} file into {StateMap.Folder} "
                    + "and build again."
            )
        );
    }

    private static void Mapped(StateMap old, StateMap now, List<StateChange> changes)
    {
        changes.Add(
            Keeps($"The new release knows the layout of {old.Version}: status, results, pages seen and answers stay.")
        );
        foreach (string page in old.Pages.Except(now.Pages))
            changes.Add(Redoes($"The page “{page}” was removed. Learners who were on it begin at the first page."));
        string[] added = [.. now.Pages.Except(old.Pages)];
        if (added.Length > 0 && now.NeedsPages)
            changes.Add(
                Redoes(
                    $"New pages count for completion: {Names(added)}. "
                        + "Learners who have not finished must see them first; finished learners stay finished."
                )
            );
        foreach (MappedQuestion question in old.Questions)
        {
            MappedQuestion? same = now.Questions.FirstOrDefault(other => other.Id == question.Id);
            if (same is null)
                changes.Add(Loses($"The question “{question.Id}” was removed, and its answers with it."));
            else if (same != question)
                changes.Add(Loses($"The question “{question.Id}” has changed: its answers are lost."));
        }
        if (old.HasAssessment && !(Items(old).SequenceEqual(Items(now)) && Draws(old).SequenceEqual(Draws(now))))
            changes.Add(
                Redoes(
                    "The assessment has other questions: an attempt in progress starts again. "
                        + "Results of finished attempts stay."
                )
            );
    }

    private static void Rules(StateMap old, StateMap now, List<StateChange> changes)
    {
        if (old.HasAssessment && !now.HasAssessment)
            changes.Add(Loses("The assessment was removed: learners who have not passed can no longer pass."));
        if (now.PassMark > old.PassMark)
            changes.Add(
                Redoes(
                    $"The pass mark rises from {old.PassMark} to {now.PassMark} %. "
                        + "Learners who have passed stay passed; the others must try again."
                )
            );
        if (now.Attempts is { } most && (old.Attempts is null || old.Attempts > most) && now.HasAssessment)
            changes.Add(Loses($"Fewer attempts ({most}): learners who have used that many have none left."));
        if (now.ReviewAfter is { } failed && (old.ReviewAfter is null || old.ReviewAfter > failed) && old.HasAssessment)
            changes.Add(
                Redoes(
                    $"After {failed} failed attempts the assessment closes until the pages about the wrong answers "
                        + "were opened. Attempts before the update do not count."
                )
            );
    }

    private static IEnumerable<MappedQuestion> Items(StateMap map) =>
        map.Questions.Where(question => question.Assessed);

    private static IEnumerable<string> Draws(StateMap map) =>
        map.Draws.Select(draw => $"{draw.Count} of {string.Join(',', draw.Of)}");

    private static string Names(string[] ids) =>
        string.Join(", ", ids.Take(5)) + (ids.Length > 5 ? $" and {ids.Length - 5} more" : "");

    private static StateChange Keeps(string sentence) => new(StateEffect.Keeps, sentence);

    private static StateChange Redoes(string sentence) => new(StateEffect.Redoes, sentence);

    private static StateChange Loses(string sentence) => new(StateEffect.Loses, sentence);
}
