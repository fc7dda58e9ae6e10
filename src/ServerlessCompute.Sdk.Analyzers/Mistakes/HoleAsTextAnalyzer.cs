using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace ServerlessCompute;

/// <summary>Finds words in a command that are called as one of its holes: <c>$"train.py --data data --out {data}"</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class HoleAsTextAnalyzer : DiagnosticAnalyzer
{
    /// <summary>What may stand before and behind a word that is an argument by itself.</summary>
    private const string Around = " \t\r\n\"'=;&|<>()";

    private static readonly string[] _holeTypes = ["Input", "Output", "SearchSpace"];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.HoleAsText];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(Analyze, SyntaxKind.InterpolatedStringExpression);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context)
    {
        var text = (InterpolatedStringExpressionSyntax)context.Node;
        if (!CommandSyntax.IsCommand(text, context.SemanticModel, context.CancellationToken))
        {
            return;
        }

        var names = new HashSet<string>(text.Contents.OfType<InterpolationSyntax>()
            .Where(hole => Array.Exists(_holeTypes, type => Known.IsOrDerivesFrom(context.SemanticModel.GetTypeInfo(hole.Expression, context.CancellationToken).Type, type)))
            .Select(hole => CommandSyntax.NameOf(hole.Expression, context.SemanticModel))
            .OfType<string>(), StringComparer.Ordinal);
        foreach (InterpolatedStringTextSyntax part in names.Count == 0 ? [] : text.Contents.OfType<InterpolatedStringTextSyntax>())
        {
            foreach (string name in names)
            {
                foreach (TextSpan word in Words(part.TextToken.Text, name, text, part))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rules.HoleAsText, Location.Create(text.SyntaxTree, new TextSpan(part.SpanStart + word.Start, word.Length)), name));
                }
            }
        }
    }

    /// <summary>Where the name stands as a word of its own: not within another, not as a flag, and not in a reference.</summary>
    private static IEnumerable<TextSpan> Words(string text, string name, InterpolatedStringExpressionSyntax whole, InterpolatedStringTextSyntax part)
    {
        int index = whole.Contents.IndexOf(part);
        for (int at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            int end = at + name.Length;
            bool begins = at > 0 ? Around.IndexOf(text[at - 1]) >= 0 : index == 0;
            bool ends = end < text.Length ? Around.IndexOf(text[end]) >= 0 && text[end] != '=' : index == whole.Contents.Count - 1;
            if (begins && ends)
            {
                yield return new TextSpan(at, name.Length);
            }
        }
    }
}
