using System.Text.Json;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>Properties of one kind of block beyond its shape.</summary>
internal abstract class BlockKind
{
    public string Slug => Shape.Name;

    public abstract IShape Shape { get; }

    /// <summary>Example in YAML for the author reference; a test compiles it.</summary>
    public abstract string Example { get; }

    internal abstract Block? Read(YamlMap map, DiagnosticBag bag);

    internal abstract YamlMap Rewrite(YamlMap map, string address, TextRewriter rewrite);

    /// <summary>Returns the block's data for its template.</summary>
    public abstract IReadOnlyDictionary<string, object?> Show(Block block);

    /// <summary>Checks the rules that concern this block alone.</summary>
    public abstract void Check(Block block, DiagnosticBag bag);
}

/// <summary>
/// Kind of question: the layout of its state and its answer key for the player, which does the marking.
/// </summary>
internal interface IQuestionKind
{
    /// <summary>The instruction shown below the prompt.</summary>
    UiString How { get; }

    /// <summary>False when no answer is right or wrong: it is not scored, but counts as answered.</summary>
    bool IsMarked => true;

    /// <summary>Returns the number of options.</summary>
    int Options(Question question);

    /// <summary>
    /// Returns the number of parts answered one by one: items to match, gaps, statements. 1 for a question without
    /// parts.
    /// </summary>
    int Parts(Question question) => 1;

    /// <summary>
    /// Returns the size of a response in the suspend data, in bits (docs/how-it-works-inside.md, "Learner state").
    /// </summary>
    int ResponseBits(Question question);

    /// <summary>
    /// Returns the right options by authored index; for a question with parts, the right value of each.
    /// </summary>
    IReadOnlyList<int> Right(Question question);

    /// <summary>Returns true when the options may be shuffled outside an assessment.</summary>
    bool Shuffles(Question question);

    /// <summary>
    /// Writes further data that the player needs to mark it (src/browser/player/core/course-data.ts, QuestionKey).
    /// </summary>
    void WriteKey(Question question, Utf8JsonWriter json) { }
}

/// <summary>Kind of block whose records have type <typeparamref name="T"/>.</summary>
internal abstract class BlockKind<T>(Shape<T> shape) : BlockKind
    where T : Block
{
    public override IShape Shape => shape;

    internal override Block? Read(YamlMap map, DiagnosticBag bag) => shape.Read(map, bag);

    internal override YamlMap Rewrite(YamlMap map, string address, TextRewriter rewrite) =>
        shape.Rewrite(map, address, rewrite);

    public sealed override IReadOnlyDictionary<string, object?> Show(Block block) => ShowBlock((T)block);

    public sealed override void Check(Block block, DiagnosticBag bag) => CheckBlock((T)block, bag);

    protected virtual IReadOnlyDictionary<string, object?> ShowBlock(T block) => shape.Show(block);

    protected virtual void CheckBlock(T block, DiagnosticBag bag) { }
}
