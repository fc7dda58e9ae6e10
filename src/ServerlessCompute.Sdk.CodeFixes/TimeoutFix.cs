using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ServerlessCompute;

/// <summary>Takes the same number of minutes, or one minute.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class TimeoutFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.TimeoutShort.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            SyntaxNode? value = await Fix.NodeAsync(context, diagnostic).ConfigureAwait(false);
            if (value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: { Identifier.ValueText: nameof(TimeSpan.FromSeconds) } unit } })
            {
                Fix.Offer(context, diagnostic, "Count minutes", (unit.Span, nameof(TimeSpan.FromMinutes)));
            }

            Fix.Offer(context, diagnostic, "Allow one minute", (diagnostic.Location.SourceSpan, "TimeSpan.FromMinutes(1)"));
        }
    }
}
