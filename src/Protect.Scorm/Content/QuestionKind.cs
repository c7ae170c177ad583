using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>
/// Kind of question: the layout of its state and its answer key for the player, which does the marking.
/// </summary>
internal interface IQuestionKind
{
    /// <summary>The instruction shown below the prompt.</summary>
    UiString How { get; }

    /// <summary>False when no answer is right or wrong: it is not scored, but counts as answered.</summary>
    bool IsMarked { get; }

    /// <summary>Returns the number of options.</summary>
    int Options(Question question);

    /// <summary>
    /// Returns the number of parts answered one by one: items to match, gaps, statements. 1 for a question without
    /// parts.
    /// </summary>
    int Parts(Question question);

    /// <summary>
    /// Returns the size of a response in the suspend data, in bits (docs/how-it-works-inside.md, "Learner state").
    /// </summary>
    int ResponseBits(Question question);

    /// <summary>
    /// Returns the right options by authored index; for a question with parts, the right value of each.
    /// </summary>
    IReadOnlyList<int> Right(Question question);

    /// <summary>Returns true when the options are shuffled.</summary>
    /// <param name="question">The question.</param>
    /// <param name="isDefault">Setting of its assessment; null outside of an assessment.</param>
    bool Shuffles(Question question, bool? isDefault);

    /// <summary>Returns the feedback on each option by authored index; empty for a kind without it.</summary>
    IReadOnlyList<Comment> OptionFeedback(Question question);

    /// <summary>Returns the data that the player needs to mark it.</summary>
    QuestionKey Key(Question question);
}

/// <summary>Feedback: a text, a picture, or both.</summary>
internal sealed record Comment(RichText? Text, Picture? Picture);

/// <summary>
/// Kind of question whose records have type <typeparamref name="T"/>. See <see cref="IQuestionKind"/> for its members.
/// </summary>
internal abstract class QuestionKind<T>(Shape<T> shape, View<T>? additions = null)
    : BlockKind<T>(shape, additions),
        IQuestionKind
    where T : Question
{
    protected sealed override bool CanBeKept => false;

    public abstract UiString How { get; }

    public virtual bool IsMarked => true;

    protected abstract int Options(T question);

    protected virtual int Parts(T question) => 1;

    protected abstract int ResponseBits(T question);

    protected abstract IReadOnlyList<int> Right(T question);

    protected virtual bool Shuffles(T question, bool? isDefault) => false;

    protected virtual IReadOnlyList<Comment> OptionFeedback(T question) => [];

    protected virtual QuestionKey Key(T question) => new(Right(question));

    int IQuestionKind.Options(Question question) => Options((T)question);

    int IQuestionKind.Parts(Question question) => Parts((T)question);

    int IQuestionKind.ResponseBits(Question question) => ResponseBits((T)question);

    IReadOnlyList<int> IQuestionKind.Right(Question question) => Right((T)question);

    bool IQuestionKind.Shuffles(Question question, bool? isDefault) => Shuffles((T)question, isDefault);

    IReadOnlyList<Comment> IQuestionKind.OptionFeedback(Question question) => OptionFeedback((T)question);

    QuestionKey IQuestionKind.Key(Question question) => Key((T)question);
}
