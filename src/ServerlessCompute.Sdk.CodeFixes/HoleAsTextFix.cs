using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ServerlessCompute;

/// <summary>Puts the hole in the word's place.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class HoleAsTextFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.HoleAsText.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SemanticModel? model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            SyntaxNode? node = await Fix.NodeAsync(context, diagnostic).ConfigureAwait(false);
            string name = node?.SyntaxTree.GetText(context.CancellationToken).ToString(diagnostic.Location.SourceSpan) ?? "";
            if (model is not null && node?.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>() is { } text
                && text.Contents.OfType<InterpolationSyntax>().FirstOrDefault(hole => CommandSyntax.NameOf(hole.Expression, model) == name) is { } hole)
            {
                Fix.Offer(context, diagnostic, $"Put the hole {hole} here", (diagnostic.Location.SourceSpan, hole.ToString()));
            }
        }
    }
}
