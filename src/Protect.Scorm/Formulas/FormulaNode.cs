namespace Protect.Scorm.Formulas;

/// <summary>Part of a formula, before it is written as MathML or as words.</summary>
internal abstract record FormulaNode;

/// <summary>Parts next to each other.</summary>
internal sealed record FormulaRow(IReadOnlyList<FormulaNode> Parts) : FormulaNode
{
    public static readonly FormulaRow Empty = new([]);
}

/// <summary>A variable or a symbol.</summary>
/// <param name="Text">The characters on the page, such as “ℝ”.</param>
/// <param name="Plain">The characters in words, such as “v” for a bold v.</param>
/// <param name="IsUpright">True for a letter that is not slanted.</param>
internal sealed record FormulaLetters(string Text, string Plain, bool IsUpright) : FormulaNode;

/// <summary>A number.</summary>
internal sealed record FormulaNumber(string Text, string Plain) : FormulaNode;

/// <summary>Words of a language.</summary>
internal sealed record FormulaText(string Text) : FormulaNode;

/// <summary>A named function, such as sin; <see cref="HasLimits"/> for lim, max and others.</summary>
internal sealed record FormulaFunction(string Name, bool HasLimits) : FormulaNode;

/// <summary>The role of a sign, which decides the space around it.</summary>
internal enum SignRole
{
    /// <summary>Between two parts: +, ×.</summary>
    Binary,

    /// <summary>Between two statements: =, ≤, →.</summary>
    Relation,

    /// <summary>Sum and product: limits above and below.</summary>
    Sum,

    /// <summary>Integral: limits at the side.</summary>
    Integral,

    /// <summary>Opening bracket.</summary>
    Open,

    /// <summary>Closing bracket.</summary>
    Close,

    /// <summary>Bar that opens or closes, or separates.</summary>
    Bar,

    /// <summary>Comma and semicolon.</summary>
    Punctuation,

    /// <summary>Everything else: no space.</summary>
    Ordinary,
}

/// <summary>An operator, relation or bracket.</summary>
/// <param name="Size">Height in em of a bracket with a fixed size; null for the usual one.</param>
/// <param name="IsStretched">True for a bracket that grows with its content.</param>
internal sealed record FormulaSign(string Text, SignRole Role, string? Size = null, bool IsStretched = false)
    : FormulaNode;

/// <summary>One part over another.</summary>
/// <param name="HasLine">False for binomial coefficients.</param>
/// <param name="IsDisplay">True or false for a fixed size; null for the size of the place.</param>
internal sealed record FormulaFraction(FormulaNode Over, FormulaNode Under, bool HasLine, bool? IsDisplay)
    : FormulaNode;

/// <summary>A root; without an index a square root.</summary>
internal sealed record FormulaRoot(FormulaNode Body, FormulaNode? Index) : FormulaNode;

/// <summary>Place of the limits of a sum.</summary>
internal enum LimitPlace
{
    /// <summary>As usual for the sign.</summary>
    Usual,

    /// <summary>Above and below.</summary>
    Around,

    /// <summary>At the side.</summary>
    Side,
}

/// <summary>A part with subscript and superscript.</summary>
internal sealed record FormulaScripts(FormulaNode Base, FormulaNode? Sub, FormulaNode? Sup, LimitPlace Place)
    : FormulaNode;

/// <summary>A part with a mark above or below.</summary>
/// <param name="IsBelow">True for a mark below.</param>
/// <param name="IsStretched">True for a mark as wide as the part.</param>
internal sealed record FormulaAccent(FormulaNode Body, string Mark, bool IsBelow, bool IsStretched) : FormulaNode;

/// <summary>A part with others above and below, such as a label over an arrow.</summary>
internal sealed record FormulaStack(FormulaNode Body, FormulaNode? Above, FormulaNode? Below) : FormulaNode;

/// <summary>A part between brackets that grow with it; an empty bracket is not written.</summary>
internal sealed record FormulaFence(string Open, FormulaNode Body, string Close) : FormulaNode;

/// <summary>Rows and columns.</summary>
/// <param name="Alignment">One letter per column (l, c, r), repeated; empty for centred columns.</param>
/// <param name="IsAligned">True for lines of equations: no space between columns, and large symbols.</param>
/// <param name="IsSmall">True for a matrix in a line of text.</param>
internal sealed record FormulaTable(
    IReadOnlyList<IReadOnlyList<FormulaNode>> Rows,
    string Alignment,
    bool IsAligned,
    bool IsSmall
) : FormulaNode;

/// <summary>Space of a width in em.</summary>
internal sealed record FormulaSpace(string Width) : FormulaNode;

/// <summary>How a part is shown: with a frame, as empty space, or in another size.</summary>
internal enum FormulaLook
{
    /// <summary>With a frame.</summary>
    Framed,

    /// <summary>As empty space of the same size.</summary>
    Hidden,

    /// <summary>In the size of a line of its own.</summary>
    Large,

    /// <summary>In the size of a line of text.</summary>
    Small,
}

/// <summary>A part with another look.</summary>
internal sealed record FormulaStyled(FormulaNode Body, FormulaLook Look) : FormulaNode;

/// <summary>Mistake in the TeX of a formula.</summary>
/// <param name="At">Position in the TeX.</param>
/// <param name="What">Completes “This formula cannot be read: ”.</param>
/// <param name="Cure">The sentence that says what to do.</param>
internal sealed record FormulaFault(int At, int Length, string What, string Cure);

/// <summary>Signals the first mistake of a formula.</summary>
internal sealed class FormulaException(FormulaFault fault) : Exception(fault.What)
{
    public FormulaFault Fault { get; } = fault;
}
