using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ServerlessCompute;

/// <summary>Keeps the copy: in the variable that it was made from, or in a new one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class DiscardedCopyFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.CopyDiscarded.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            SyntaxNode? node = await Fix.NodeAsync(context, diagnostic).ConfigureAwait(false);
            if (model is null || node?.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { } statement || node is not ExpressionSyntax copy)
            {
                continue;
            }

            // Whatever stands before the copy, as in '_ = job with { … };', makes room.
            var before = TextSpan.FromBounds(statement.SpanStart, copy.SpanStart);
            if (Origin(copy) is { } origin && CanHold(origin, copy, model, context.CancellationToken))
            {
                Fix.Offer(context, diagnostic, $"Keep the copy in {origin}", (before, $"{origin} = "));
            }
            else
            {
                Fix.Offer(context, diagnostic, "Keep the copy in a variable", (before, "var changed = "));
            }
        }
    }

    /// <summary>What a chain of verbs begins with.</summary>
    private static ExpressionSyntax? Origin(ExpressionSyntax copy) => copy switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var of } } => Origin(of),
        WithExpressionSyntax { Expression: var of } => Origin(of),
        ParenthesizedExpressionSyntax { Expression: var of } => Origin(of),
        IdentifierNameSyntax or MemberAccessExpressionSyntax => copy,
        _ => null,
    };

    private static bool CanHold(ExpressionSyntax origin, ExpressionSyntax copy, SemanticModel model, CancellationToken cancellationToken)
    {
        bool canBeSet = model.GetSymbolInfo(origin, cancellationToken).Symbol switch
        {
            ILocalSymbol { IsConst: false, IsForEach: false, IsUsing: false } => true,
            IParameterSymbol { RefKind: RefKind.None or RefKind.Ref or RefKind.Out } => true,
            IFieldSymbol { IsReadOnly: false, IsConst: false } => true,
            IPropertySymbol { SetMethod: { IsInitOnly: false } } => true,
            _ => false,
        };
        return canBeSet
            && model.GetTypeInfo(origin, cancellationToken).Type is { } of
            && model.GetTypeInfo(copy, cancellationToken).Type is { } made
            && model.Compilation.ClassifyConversion(made, of) is { IsImplicit: true };
    }
}
