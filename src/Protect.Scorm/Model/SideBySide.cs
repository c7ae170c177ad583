using System.Runtime.ExceptionServices;

namespace Protect.Scorm.Model;

/// <summary>Independent work on all processors. What comes of it stands in order, so that results do not depend on who was first.</summary>
internal static class SideBySide
{
    /// <summary>One result for each item, in the order of the items. A fault in one of them is thrown as it is.</summary>
    public static TResult[] Select<T, TResult>(IReadOnlyList<T> items, Func<T, int, TResult> make)
    {
        var results = new TResult[items.Count];
        try
        {
            if (items.Count < 2)
                for (int index = 0; index < items.Count; index++)
                    results[index] = make(items[index], index);
            else
                Parallel.For(0, items.Count, index => results[index] = make(items[index], index));
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.Flatten().InnerExceptions[0]);
        }
        return results;
    }
}
