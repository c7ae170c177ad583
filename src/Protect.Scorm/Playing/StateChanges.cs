namespace Protect.Scorm.Playing;

/// <summary>What an update does to a learner who is in the middle of the course.</summary>
public enum StateEffect
{
    /// <summary>Learners keep it.</summary>
    Keeps,

    /// <summary>Learners do it again.</summary>
    Redoes,

    /// <summary>Learners lose it.</summary>
    Loses,
}

/// <summary>One effect, in a sentence for authors.</summary>
public sealed record StateChange(StateEffect Effect, string Sentence);

/// <summary>Says what learners in progress keep, have to do again or lose when a release takes the place of another.</summary>
public static class StateChanges
{
    /// <summary>What changes for somebody in the middle of the old release who opens the new one.</summary>
    public static IReadOnlyList<StateChange> Between(StateMap old, StateMap now)
    {
        if (old.Id != now.Id)
        {
            return
            [
                Loses(
                    $"The course has another id ({old.Id}, now {now.Id}): for an LMS it is another course. Learners begin anew."
                ),
                Loses(
                    "Moodle deletes all attempts when such a package is uploaded over the old one, and keeps the grades."
                ),
            ];
        }
        var changes = new List<StateChange>
        {
            Keeps(
                "The id is the same: uploaded over the old package, Moodle keeps attempts, and so do the other LMSs that go by it."
            ),
        };
        if (old.Hash == now.Hash)
            changes.Add(Keeps("Pages and questions are the same: learners go on where they were."));
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
            Keeps(
                "Status, best result and used attempts stay, and the page where the learner was, if it is still there."
            )
        );
        changes.Add(
            Loses(
                $"The new release does not know the layout of {old.Version}: pages seen and answers are lost. "
                    + $"Put the old package's {StateMap.Suffix} file into {StateMap.Folder} and build again, and they stay."
            )
        );
    }

    private static void Mapped(StateMap old, StateMap now, List<StateChange> changes)
    {
        changes.Add(
            Keeps($"The new release knows the layout of {old.Version}: status, results, pages seen and answers stay.")
        );
        foreach (string page in old.Pages.Except(now.Pages))
            changes.Add(Redoes($"The page “{page}” is gone. Who stood there begins at the first page."));
        string[] added = [.. now.Pages.Except(old.Pages)];
        if (added.Length > 0 && now.NeedsPages)
            changes.Add(
                Redoes(
                    $"New pages count for completion: {Names(added)}. Who has not finished sees them first; who has stays finished."
                )
            );
        foreach (MappedQuestion question in old.Questions)
        {
            MappedQuestion? same = now.Questions.FirstOrDefault(other => other.Id == question.Id);
            if (same is null)
                changes.Add(Loses($"The question “{question.Id}” is gone, and the answers to it."));
            else if (same != question)
                changes.Add(Loses($"The question “{question.Id}” has another shape: answers to it are lost."));
        }
        if (old.HasAssessment && !(Items(old).SequenceEqual(Items(now)) && Draws(old).SequenceEqual(Draws(now))))
            changes.Add(
                Redoes(
                    "The assessment asks other questions: an attempt that is under way begins anew. Results of finished ones stay."
                )
            );
    }

    private static void Rules(StateMap old, StateMap now, List<StateChange> changes)
    {
        if (old.HasAssessment && !now.HasAssessment)
            changes.Add(Loses("The assessment is gone: who was not finished has no way to pass."));
        if (now.PassMark > old.PassMark)
            changes.Add(
                Redoes(
                    $"The pass mark rises from {old.PassMark} to {now.PassMark} %. Who has passed stays passed; who is below tries again."
                )
            );
        if (now.Attempts is { } most && (old.Attempts is null || old.Attempts > most) && now.HasAssessment)
            changes.Add(Loses($"Fewer attempts ({most}): who has used them all has none left."));
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
