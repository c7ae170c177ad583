using System.Runtime.ExceptionServices;

namespace Protect.Scorm.Model;

/// <summary>Runs independent work on all processors, with results in a deterministic order.</summary>
internal static class ParallelWork
{
    /// <summary>
    /// Computes one result per item, in the order of the items. The first exception is rethrown unwrapped.
    /// </summary>
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
