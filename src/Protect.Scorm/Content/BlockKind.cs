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

    /// <summary>True when learners can drag its items, in addition to buttons or lists.</summary>
    public virtual bool IsDragged => false;

    internal abstract Block? Read(YamlMap map, DiagnosticBag bag);

    internal abstract YamlMap Rewrite(YamlMap map, string address, TextRewriter rewrite);

    /// <summary>The names of the block's data in its template.</summary>
    public abstract IReadOnlyList<ViewName> Names { get; }

    /// <summary>Returns the block's data for its template.</summary>
    public abstract IReadOnlyDictionary<string, object?> Show(Block block);

    /// <summary>Checks the rules that concern this block alone.</summary>
    public abstract void Check(Block block, DiagnosticBag bag);
}

/// <summary>Kind of block whose records have type <typeparamref name="T"/>.</summary>
/// <param name="shape">The author's fields.</param>
/// <param name="additions">Names for templates in addition to the author's fields, or instead of them.</param>
internal abstract class BlockKind<T>(Shape<T> shape, View<T>? additions = null) : BlockKind
    where T : Block
{
    private Shape<T>? _whole;

    // Not in the constructor: the shape of a field may refer to the table of kinds while it is built.
    private Shape<T> Whole =>
        _whole ??= CanBeKept ? shape.With(KeepField<T>.Keep, (block, keep) => block.Keep = keep) : shape;

    public override IShape Shape => Whole;

    /// <summary>True when learners can put such a block on their card: it is complete without its script.</summary>
    protected virtual bool CanBeKept => true;

    internal override Block? Read(YamlMap map, DiagnosticBag bag) => Whole.Read(map, bag);

    internal override YamlMap Rewrite(YamlMap map, string address, TextRewriter rewrite) =>
        Whole.Rewrite(map, address, rewrite);

    public sealed override IReadOnlyList<ViewName> Names { get; } =
    [
        .. shape.Fields.Where(field => !field.IsSecret && additions?.Has(field.Name) != true).Select(ViewName.Of),
        .. additions?.Names ?? [],
    ];

    public sealed override IReadOnlyDictionary<string, object?> Show(Block block)
    {
        var own = (T)block;
        IReadOnlyDictionary<string, object?> fields = shape.Show(own);
        if (additions is null)
            return fields;
        var all = new Dictionary<string, object?>(fields);
        additions.AddTo(all, own);
        return all;
    }

    public sealed override void Check(Block block, DiagnosticBag bag)
    {
        foreach (Picture picture in BlockParts.Pictures(block))
            PictureFields.Check(picture.Src, picture.Alt, picture.IsDecorative, bag);
        CheckBlock((T)block, bag);
    }

    protected virtual void CheckBlock(T block, DiagnosticBag bag) { }
}
