using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ServerlessCompute;

/// <summary>Writes the input that was meant: in the place of the text, or where the variable of the hole is declared.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class TextForInputFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.TextForInput.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            SyntaxNode? node = await Fix.NodeAsync(context, diagnostic).ConfigureAwait(false);
            if (model is null || diagnostic.Properties[TextForInputAnalyzer.Instead] is not { } instead || diagnostic.Properties[TextForInputAnalyzer.TypeInstead] is not { } type)
            {
                continue;
            }

            if (node is LiteralExpressionSyntax literal)
            {
                Fix.Offer(context, diagnostic, $"Write {instead}", (literal.Span, instead));
            }
            else if (node is IdentifierNameSyntax name
                && model.GetSymbolInfo(name, context.CancellationToken).Symbol is ILocalSymbol local
                && await local.DeclaringSyntaxReferences[0].GetSyntaxAsync(context.CancellationToken).ConfigureAwait(false) is VariableDeclaratorSyntax { Initializer: { } initializer, Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration })
            {
                bool isConst = declaration.Parent is LocalDeclarationStatementSyntax { IsConst: true };
                int start = isConst ? declaration.Parent!.SpanStart : declaration.Type.SpanStart;
                Fix.Offer(context, diagnostic, $"Make it {type}", (Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(start, declaration.Type.Span.End), type), (initializer.Value.Span, instead));
            }
        }
    }
}
