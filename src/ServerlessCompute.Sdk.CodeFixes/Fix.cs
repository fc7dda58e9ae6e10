using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace ServerlessCompute;

/// <summary>Offers that change text of a document.</summary>
internal static class Fix
{
    /// <summary>Offers to put a text in the place of a diagnostic, or of another span.</summary>
    public static void Offer(CodeFixContext context, Diagnostic diagnostic, string title, params (TextSpan Span, string Text)[] changes) => context.RegisterCodeFix(
        CodeAction.Create(
            title,
            async cancellationToken =>
            {
                SourceText text = await context.Document.GetTextAsync(cancellationToken).ConfigureAwait(false);
                return context.Document.WithText(text.WithChanges(changes.Select(change => new TextChange(change.Span, change.Text))));
            },
            equivalenceKey: title),
        diagnostic);

    /// <summary>The node that a diagnostic stands at.</summary>
    public static async Task<SyntaxNode?> NodeAsync(CodeFixContext context, Diagnostic diagnostic) =>
        (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
}
