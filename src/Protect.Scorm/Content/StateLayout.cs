using System.Numerics;
using Protect.Scorm.Model;

namespace Protect.Scorm.Content;

/// <summary>
/// Computes the maximum length of the suspend data. The widths must equal those of the player's codec
/// (src/browser/player/core/codec.ts); a test encodes a full state and compares.
/// </summary>
internal static class StateLayout
{
    private const int StatusBits = 2,
        BestBits = 14,
        AttemptsBits = 4,
        MetBits = 1,
        WrittenBits = 12;
    private const int SeedBits = 32,
        TriesBits = 2,
        ConfidenceBits = 2,
        FailedBits = 4;

    // version letter + revision of up to six base-36 digits + "." + 4 of hash + "." … "." + 4 of check
    private const int Frame = 1 + 6 + 1 + 4 + 1 + 1 + 4;

    /// <summary>
    /// Returns the characters of suspend data when all pages are seen and all questions are answered.
    /// </summary>
    public static int WorstCase(Course course) =>
        Frame
        + Characters(
            FixedBits(course)
                + course.KeptQuestions.Where(item => !item.Assessed).Sum(item => Bits(item.Question, assessed: false))
                + AttemptBits(course.AssessmentPage?.Assessment)
        );

    /// <summary>Returns the bits of an answered question.</summary>
    public static int Bits(Question question, bool assessed) =>
        1 + ResponseBits(question) + (assessed ? 0 : TriesBits + 1);

    /// <summary>Returns the bits of one response: those of the kind, and the confidence where it is asked.</summary>
    public static int ResponseBits(Question question) =>
        BlockKinds.Of(question).ResponseBits(question) + (question.Core.AsksConfidence ? ConfidenceBits : 0);

    // Worst case: an attempt draws the largest questions.
    private static int AttemptBits(Assessment? assessment)
    {
        if (assessment is null)
            return 0;
        int[] bits = [.. assessment.Questions.Select(question => Bits(question, assessed: true))];
        return assessment.Draws.Count == 0
            ? bits.Sum()
            : assessment.Draws.Sum(draw =>
                draw.Of.Select(index => bits[index]).OrderDescending().Take(draw.Count).Sum()
            );
    }

    private static int FixedBits(Course course)
    {
        int pages = course.Pages.Count();
        int attempt = course.AssessmentPage is null ? 0 : 1 + SeedBits + 1;
        int review = course.AssessmentPage?.Assessment?.ReviewAfter is null ? 0 : FailedBits + 1 + pages;
        return StatusBits
            + BestBits
            + AttemptsBits
            + MetBits
            + WrittenBits
            + IndexBits(pages)
            + pages
            + attempt
            + review;
    }

    private static int IndexBits(int count) =>
        Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)Math.Max(0, count - 1)));

    private static int Characters(int bits) => (bits + 5) / 6;
}
