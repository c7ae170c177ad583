using System.Numerics;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>
/// Encodes an answer with several parts as one number, in which each part is a digit with its own base (the counterpart
/// of core/radix.ts).
/// </summary>
internal static class Radix
{
    /// <summary>
    /// Maximum number of bits: the exact integers of JavaScript, minus two bits for the confidence.
    /// </summary>
    private const int MostBits = 50;

    /// <summary>Returns the number of bits for the product of the bases.</summary>
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
