using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Protect.Scorm.Mutation;

/// <summary>One change of the program.</summary>
/// <param name="Line">From 1.</param>
/// <param name="IsStatic">The code runs only once per process.</param>
internal sealed record Mutant(int Number, string File, int Line, string Before, string After, bool IsStatic);

/// <summary>
/// Plants mutants in a file: each changed expression becomes <c>Mutants.On(n) ? changed : original</c>, each statement
/// that can be left out becomes <c>if (!Mutants.On(n)) statement</c>.
/// </summary>
/// <param name="skipped">Numbers of mutants that do not compile.</param>
internal sealed class Planter(
    string file,
    SemanticModel model,
    int first,
    IReadOnlySet<int> skipped,
    List<Mutant> mutants
) : CSharpSyntaxRewriter
{
    public const string Mark = "mutant";
    private int _next = first;

    /// <summary>Number after the last one used.</summary>
    public int Next => _next;

    private static readonly Dictionary<SyntaxKind, (SyntaxKind Kind, SyntaxKind Token)[]> Swaps = new()
    {
        [SyntaxKind.LessThanExpression] =
        [
            (SyntaxKind.LessThanOrEqualExpression, SyntaxKind.LessThanEqualsToken),
            (SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.GreaterThanEqualsToken),
        ],
        [SyntaxKind.LessThanOrEqualExpression] =
        [
            (SyntaxKind.LessThanExpression, SyntaxKind.LessThanToken),
            (SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanToken),
        ],
        [SyntaxKind.GreaterThanExpression] =
        [
            (SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.GreaterThanEqualsToken),
            (SyntaxKind.LessThanOrEqualExpression, SyntaxKind.LessThanEqualsToken),
        ],
        [SyntaxKind.GreaterThanOrEqualExpression] =
        [
            (SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanToken),
            (SyntaxKind.LessThanExpression, SyntaxKind.LessThanToken),
        ],
        [SyntaxKind.EqualsExpression] = [(SyntaxKind.NotEqualsExpression, SyntaxKind.ExclamationEqualsToken)],
        [SyntaxKind.NotEqualsExpression] = [(SyntaxKind.EqualsExpression, SyntaxKind.EqualsEqualsToken)],
        [SyntaxKind.LogicalAndExpression] = [(SyntaxKind.LogicalOrExpression, SyntaxKind.BarBarToken)],
        [SyntaxKind.LogicalOrExpression] = [(SyntaxKind.LogicalAndExpression, SyntaxKind.AmpersandAmpersandToken)],
        [SyntaxKind.AddExpression] = [(SyntaxKind.SubtractExpression, SyntaxKind.MinusToken)],
        [SyntaxKind.SubtractExpression] = [(SyntaxKind.AddExpression, SyntaxKind.PlusToken)],
        [SyntaxKind.MultiplyExpression] = [(SyntaxKind.DivideExpression, SyntaxKind.SlashToken)],
        [SyntaxKind.DivideExpression] = [(SyntaxKind.MultiplyExpression, SyntaxKind.AsteriskToken)],
    };

    private static readonly Dictionary<string, string> Names = new()
    {
        ["Any"] = "All",
        ["All"] = "Any",
        ["First"] = "Last",
        ["FirstOrDefault"] = "LastOrDefault",
        ["StartsWith"] = "EndsWith",
        ["EndsWith"] = "StartsWith",
        ["Min"] = "Max",
        ["Max"] = "Min",
        ["OrdinalIgnoreCase"] = "Ordinal",
        ["Ordinal"] = "OrdinalIgnoreCase",
    };

    // Calls without which their receiver, or the sequence, stays as it was.
    private static readonly HashSet<string> Filters =
    [
        "Trim",
        "TrimStart",
        "TrimEnd",
        "ToLowerInvariant",
        "ToUpperInvariant",
        "Distinct",
        "Where",
        "Order",
        "Reverse",
        "Replace",
    ];

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var visited = (ExpressionSyntax)base.VisitBinaryExpression(node)!;
        if (!Swaps.TryGetValue(node.Kind(), out var swaps) || IsConstant(node))
            return visited;
        if (node.Kind() is SyntaxKind.AddExpression or SyntaxKind.SubtractExpression && !IsNumber(node))
            return visited;
        if (Declares(node))
            return node.Kind() is SyntaxKind.LogicalAndExpression or SyntaxKind.LogicalOrExpression
                ? visited
                : Negated(node, visited);
        foreach ((SyntaxKind kind, SyntaxKind token) in swaps)
            visited = Choice(
                node,
                SyntaxFactory.BinaryExpression(
                    kind,
                    node.Left,
                    SyntaxFactory.Token(node.OperatorToken.LeadingTrivia, token, node.OperatorToken.TrailingTrivia),
                    node.Right
                ),
                visited
            );
        return visited;
    }

    public override SyntaxNode? VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node)
    {
        var visited = (ExpressionSyntax)base.VisitPrefixUnaryExpression(node)!;
        return node.IsKind(SyntaxKind.LogicalNotExpression) ? Negated(node, visited) : visited;
    }

    public override SyntaxNode? VisitIsPatternExpression(IsPatternExpressionSyntax node)
    {
        var visited = (ExpressionSyntax)base.VisitIsPatternExpression(node)!;
        if (!Declares(node))
            foreach (PatternSyntax changed in Changes(node.Pattern))
                visited = Choice(node, node.WithPattern(changed), visited);
        return Negated(node, visited);
    }

    public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node)
    {
        if (IsConstant(node.Parent as ExpressionSyntax) || InPattern(node) || InConstant(node))
            return node;
        if (node.IsKind(SyntaxKind.TrueLiteralExpression) || node.IsKind(SyntaxKind.FalseLiteralExpression))
            return Choice(
                node,
                SyntaxFactory.LiteralExpression(
                    node.IsKind(SyntaxKind.TrueLiteralExpression)
                        ? SyntaxKind.FalseLiteralExpression
                        : SyntaxKind.TrueLiteralExpression
                ),
                node
            );
        // An entry of a table. A sentence describes one.
        if (
            node.IsKind(SyntaxKind.StringLiteralExpression)
            && node.Token.ValueText is [_, ..] and not [.., '.']
            && IsTable(node)
        )
            return Choice(node, SyntaxFactory.ParseExpression("\"\\u0001" + mutants.Count + "\""), node);
        return node;
    }

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var visited = (ExpressionSyntax)base.VisitInvocationExpression(node)!;
        if (node.Expression is not MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } member)
            return IsCondition(node) ? Negated(node, visited) : visited;
        if (Declares(node))
            return IsCondition(node) ? Negated(node, visited) : visited;
        if (Filters.Contains(name.Identifier.Text))
            visited = Choice(node, member.Expression, visited);
        else if (Names.TryGetValue(name.Identifier.Text, out string? other))
            visited = Choice(node, node.WithExpression(member.WithName(SyntaxFactory.IdentifierName(other))), visited);
        return IsCondition(node) ? Negated(node, visited) : visited;
    }

    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        var visited = (ExpressionSyntax)base.VisitMemberAccessExpression(node)!;
        return node.Name.Identifier.Text == "OrdinalIgnoreCase" && !IsConstant(node.Parent as ExpressionSyntax)
            ? Choice(node, node.WithName(SyntaxFactory.IdentifierName("Ordinal")), visited)
            : visited;
    }

    public override SyntaxNode? VisitSwitchExpressionArm(SwitchExpressionArmSyntax node)
    {
        var visited = (SwitchExpressionArmSyntax)base.VisitSwitchExpressionArm(node)!;
        if (node.Pattern is DiscardPatternSyntax)
            return visited;
        if (Number(node, node.ToString(), "no such case") is not { } number)
            return visited;
        ExpressionSyntax off = SyntaxFactory.ParseExpression($"!global::Mutants.On({number})");
        return visited
            .WithWhenClause(
                SyntaxFactory
                    .WhenClause(
                        visited.WhenClause is { } when
                            ? SyntaxFactory.BinaryExpression(
                                SyntaxKind.LogicalAndExpression,
                                off,
                                SyntaxFactory.ParenthesizedExpression(when.Condition)
                            )
                            : off
                    )
                    .NormalizeWhitespace()
                    .WithLeadingTrivia(SyntaxFactory.Space)
                    .WithTrailingTrivia(SyntaxFactory.Space)
            )
            .WithAdditionalAnnotations(new SyntaxAnnotation(Mark, $"{number}"));
    }

    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        var visited = (StatementSyntax)base.VisitExpressionStatement(node)!;
        return node.Parent is GlobalStatementSyntax ? visited : Optional(node, visited);
    }

    public override SyntaxNode? VisitContinueStatement(ContinueStatementSyntax node) => Optional(node, node);

    public override SyntaxNode? VisitYieldStatement(YieldStatementSyntax node) =>
        Optional(node, (StatementSyntax)base.VisitYieldStatement(node)!);

    public override SyntaxNode? VisitReturnStatement(ReturnStatementSyntax node)
    {
        var visited = (StatementSyntax)base.VisitReturnStatement(node)!;
        return node.Parent is IfStatementSyntax or BlockSyntax { Parent: IfStatementSyntax or ForEachStatementSyntax }
            ? Optional(node, visited)
            : visited;
    }

    // Attributes and constants hold only constant expressions.
    public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) => node;

    public override SyntaxNode? VisitParameterList(ParameterListSyntax node) => node;

    public override SyntaxNode? VisitCaseSwitchLabel(CaseSwitchLabelSyntax node) => node;

    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node) =>
        node.Modifiers.Any(SyntaxKind.ConstKeyword) ? node : base.VisitFieldDeclaration(node);

    private static IEnumerable<PatternSyntax> Changes(PatternSyntax pattern)
    {
        if (pattern is ParenthesizedPatternSyntax { Pattern: var inner })
            foreach (PatternSyntax changed in Changes(inner))
                yield return SyntaxFactory.ParenthesizedPattern(changed);
        if (pattern is UnaryPatternSyntax not)
            foreach (PatternSyntax changed in Changes(not.Pattern))
                yield return not.WithPattern(changed);
        if (pattern is BinaryPatternSyntax both)
        {
            yield return both.Left;
            yield return both.Right;
            foreach (PatternSyntax changed in Changes(both.Left).Where(change => both.Left is not BinaryPatternSyntax))
                yield return both.WithLeft(changed);
            foreach (PatternSyntax changed in Changes(both.Right))
                yield return both.WithRight(changed);
        }
        if (pattern is RelationalPatternSyntax edge && Edge(edge.OperatorToken.Kind()) is { } kind)
            yield return edge.WithOperatorToken(SyntaxFactory.Token(default, kind, edge.OperatorToken.TrailingTrivia));
    }

    private static SyntaxKind? Edge(SyntaxKind kind) =>
        kind switch
        {
            SyntaxKind.LessThanToken => SyntaxKind.LessThanEqualsToken,
            SyntaxKind.LessThanEqualsToken => SyntaxKind.LessThanToken,
            SyntaxKind.GreaterThanToken => SyntaxKind.GreaterThanEqualsToken,
            SyntaxKind.GreaterThanEqualsToken => SyntaxKind.GreaterThanToken,
            _ => null,
        };

    /// <summary>Keeps the expression in one place, because it may declare variables.</summary>
    private ExpressionSyntax Negated(ExpressionSyntax node, ExpressionSyntax visited)
    {
        if (InConstant(node) || IsBound(node) || Number(node, node.ToString(), $"!({node})") is not { } number)
            return visited;
        // Keeps "true when the variable is assigned" for the compiler only when nothing is declared.
        return SyntaxFactory
            .ParenthesizedExpression(
                SyntaxFactory.BinaryExpression(
                    SyntaxKind.NotEqualsExpression,
                    SyntaxFactory.ParenthesizedExpression(visited.WithoutTrivia()),
                    SyntaxFactory.ParseExpression($" global::Mutants.On({number})")
                )
            )
            .WithTriviaFrom(node)
            .WithAdditionalAnnotations(new SyntaxAnnotation(Mark, $"{number}"));
    }

    private ExpressionSyntax Choice(ExpressionSyntax node, ExpressionSyntax changed, ExpressionSyntax visited)
    {
        if (InConstant(node) || IsBound(node) || Number(node, node.ToString(), changed.ToString()) is not { } number)
            return visited;
        return SyntaxFactory
            .ParenthesizedExpression(
                SyntaxFactory.ConditionalExpression(
                    SyntaxFactory.ParseExpression($"global::Mutants.On({number})"),
                    SyntaxFactory.ParenthesizedExpression(changed.WithoutTrivia()),
                    SyntaxFactory.ParenthesizedExpression(visited.WithoutTrivia())
                )
            )
            .WithTriviaFrom(node)
            .WithAdditionalAnnotations(new SyntaxAnnotation(Mark, $"{number}"));
    }

    private StatementSyntax Optional(StatementSyntax node, StatementSyntax visited)
    {
        if (Declares(node) || Number(node, node.ToString(), "(left out)") is not { } number)
            return visited;
        return SyntaxFactory
            .Block(
                SyntaxFactory.IfStatement(
                    SyntaxFactory.ParseExpression($"!global::Mutants.On({number})"),
                    visited.WithoutTrivia()
                )
            )
            .WithTriviaFrom(node)
            .WithAdditionalAnnotations(new SyntaxAnnotation(Mark, $"{number}"));
    }

    private int? Number(SyntaxNode node, string before, string after)
    {
        int number = _next++;
        if (skipped.Contains(number))
            return null;
        bool isStatic = node.Ancestors()
            .Any(around =>
                around
                    is FieldDeclarationSyntax
                        or PropertyDeclarationSyntax { Initializer: not null }
                        or ConstructorDeclarationSyntax { Modifiers: [.., { RawKind: (int)SyntaxKind.StaticKeyword }] }
                && ((MemberDeclarationSyntax)around).Modifiers.Any(SyntaxKind.StaticKeyword)
            );
        int line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        mutants.Add(new Mutant(number, file, line, OneLine(before), OneLine(after), isStatic));
        return number;
    }

    private static string OneLine(string code)
    {
        string line = string.Join(' ', code.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > 110 ? line[..110] + "…" : line;
    }

    private bool IsNumber(ExpressionSyntax node) =>
        model.GetTypeInfo(node).Type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double;

    private bool IsConstant(ExpressionSyntax? node) => node is not null && model.GetConstantValue(node).HasValue;

    private bool IsCondition(ExpressionSyntax node) =>
        model.GetTypeInfo(node).Type?.SpecialType == SpecialType.System_Boolean
        && node.Parent
            is IfStatementSyntax
                or WhileStatementSyntax
                or ConditionalExpressionSyntax
                or BinaryExpressionSyntax
                or ArrowExpressionClauseSyntax
                or SimpleLambdaExpressionSyntax
                or ReturnStatementSyntax;

    // Part of "a?.b" after the question mark.
    private static bool IsBound(SyntaxNode node) =>
        node.DescendantNodesAndSelf(inside => inside is not ConditionalAccessExpressionSyntax)
            .Any(inside => inside is MemberBindingExpressionSyntax or ElementBindingExpressionSyntax);

    private static bool Declares(SyntaxNode node) =>
        node.DescendantNodes(inside => inside is not AnonymousFunctionExpressionSyntax)
            .Any(inside => inside is SingleVariableDesignationSyntax);

    private static bool InPattern(SyntaxNode node) => node.Ancestors().Any(around => around is PatternSyntax);

    private static bool InConstant(SyntaxNode node) =>
        node.Ancestors()
            .Any(around =>
                around is LocalDeclarationStatementSyntax { IsConst: true } or EnumMemberDeclarationSyntax
                || around is PatternSyntax
                    && !node.Ancestors().TakeWhile(inner => inner != around).Any(inner => inner is ArgumentSyntax)
            );

    private static bool IsTable(SyntaxNode node) =>
        node.Ancestors().Any(around => around is FieldDeclarationSyntax)
        && node.Parent is ExpressionElementSyntax or InitializerExpressionSyntax or ArgumentSyntax;
}
