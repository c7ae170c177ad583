using System.Text.Json;
using Protect.Scorm.Diagnostics;
using Protect.Scorm.Model;
using Protect.Scorm.Yaml;

namespace Protect.Scorm.Content;

/// <summary>What is special about one kind of block. Everything else about it follows from its shape.</summary>
internal abstract class BlockKind
{
    public string Slug => Shape.Name;

    public abstract IShape Shape { get; }

    /// <summary>A block of this kind as an author writes it, for the reference. It must compile.</summary>
    public abstract string Example { get; }

    internal abstract Block? Read(YamlMap map, DiagnosticBag bag);

    internal abstract YamlMap Rewrite(YamlMap map, string address, TextRewriter rewrite);

    /// <summary>The block as its template sees it.</summary>
    public abstract IReadOnlyDictionary<string, object?> Show(Block block);

    /// <summary>The rules that concern this block alone.</summary>
    public abstract void Check(Block block, DiagnosticBag bag);
}

/// <summary>A kind of question: what C# must know to lay out its state and hand over its key. Marking is the browser program's.</summary>
internal interface IQuestionKind
{
    /// <summary>One sentence on how to answer, below the prompt.</summary>
    UiString How { get; }

    /// <summary>False where nothing is right or wrong: then it is not scored, but counts as answered.</summary>
    bool IsMarked => true;

    /// <summary>How many options a learner chooses among.</summary>
    int Options(Question question);

    /// <summary>Parts that are answered one by one: items to match, gaps, statements. 1 for a question that is one whole.</summary>
    int Parts(Question question) => 1;

    /// <summary>Bits one response takes in the suspend data (docs/how-it-works-inside.md, "Learner state").</summary>
    int ResponseBits(Question question);

    /// <summary>The right options by authored index; for a question of parts, the right value of each.</summary>
    IReadOnlyList<int> Right(Question question);

    /// <summary>Whether the order of options may change outside an assessment.</summary>
    bool Shuffles(Question question);

    /// <summary>What else the browser program needs to mark it (src/browser/player/core/course-data.ts, QuestionKey).</summary>
    void WriteKey(Question question, Utf8JsonWriter json) { }
}

/// <summary>A kind whose blocks are records of type <typeparamref name="T"/>.</summary>
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
