using System.Numerics;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>Answers of several parts, kept as one number: each part is a digit with a base of its own (core/radix.ts is the other half).</summary>
internal static class Radix
{
    /// <summary>What the browser program keeps exactly in one number, less two bits for how sure a learner was.</summary>
    private const int MostBits = 50;

    /// <summary>Bits for the product of the bases.</summary>
    public static int Bits(IEnumerable<int> bases)
    {
        BigInteger product = bases.Aggregate(BigInteger.One, (all, one) => all * one);
        return Math.Max(1, (int)(product - 1).GetBitLength());
    }

    public static void Check(Question question, IEnumerable<int> bases, DiagnosticBag bag)
    {
        if (Bits(bases) > MostBits)
            bag.Add(ContentRules.TooManyParts, question.Id.Span, question.Id.Value);
    }
}
