using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ServerlessCompute;

/// <summary>
/// Finds texts that are numbers, truth values or addresses of data, in the hole of a command or as an input: they go into the job as texts, where
/// an input of their type was meant.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TextForInputAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property of a diagnostic that holds the expression to write instead.</summary>
    public const string Instead = "instead";

    /// <summary>The property that holds the type of a variable for it.</summary>
    public const string TypeInstead = "type";

    private static readonly string[] _dataSchemes = ["azureml:", "wasbs://", "wasb://", "abfss://", "abfs://", "adl://"];

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.TextForInput];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSyntaxNodeAction(AnalyzeCommand, SyntaxKind.InterpolatedStringExpression);
        context.RegisterSyntaxNodeAction(AnalyzeCall, SyntaxKind.InvocationExpression);
    }

    private static void AnalyzeCommand(SyntaxNodeAnalysisContext context)
    {
        var text = (InterpolatedStringExpressionSyntax)context.Node;
        if (!CommandSyntax.IsCommand(text, context.SemanticModel, context.CancellationToken))
        {
            return;
        }

        foreach (InterpolationSyntax hole in text.Contents.OfType<InterpolationSyntax>())
        {
            if (hole.Expression is IdentifierNameSyntax name && ValueOf(name, context) is { } value)
            {
                Report(hole.Expression, value, context);
            }
        }
    }

    private static void AnalyzeCall(SyntaxNodeAnalysisContext context)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WithInput" }
            && call.ArgumentList.Arguments is { Count: 2 } arguments
            && arguments[1].Expression is LiteralExpressionSyntax literal
            && literal.IsKind(SyntaxKind.StringLiteralExpression)
            && Known.Is(context.SemanticModel.GetTypeInfo(literal, context.CancellationToken).ConvertedType, "Input"))
        {
            // Components have inputs that are texts and hold numbers; the value of a job's own input is what it looks like.
            bool isOfJob = Known.IsOrDerivesFrom(context.SemanticModel.GetTypeInfo(call, context.CancellationToken).Type, "Job");
            if (isOfJob || IsData(literal.Token.ValueText))
            {
                Report(literal, literal.Token.ValueText, context);
            }
        }
    }

    /// <summary>What a text in a local variable is, when the variable is never written again.</summary>
    private static string? ValueOf(IdentifierNameSyntax name, SyntaxNodeAnalysisContext context)
    {
        if (context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol is not ILocalSymbol { Type.SpecialType: SpecialType.System_String } local
            || local.DeclaringSyntaxReferences.Length != 1
            || local.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: LiteralExpressionSyntax literal } declared
            || !literal.IsKind(SyntaxKind.StringLiteralExpression))
        {
            return null;
        }

        SyntaxNode scope = declared.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) ?? declared.SyntaxTree.GetRoot(context.CancellationToken);
        bool isWritten = scope.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => assignment.Left is IdentifierNameSyntax left && left.Identifier.ValueText == local.Name);
        return isWritten ? null : literal.Token.ValueText;
    }

    private static void Report(ExpressionSyntax at, string value, SyntaxNodeAnalysisContext context)
    {
        if (Meant(value) is not { } meant)
        {
            return;
        }

        ImmutableDictionary<string, string?> properties = ImmutableDictionary<string, string?>.Empty.Add(Instead, meant.Expression).Add(TypeInstead, meant.Type);
        context.ReportDiagnostic(Diagnostic.Create(Rules.TextForInput, at.GetLocation(), properties, value, meant.What, at is IdentifierNameSyntax ? $"{meant.Type} {at} = {meant.Expression}" : meant.Expression));
    }

    /// <summary>What a text was meant to be; null for a text that is one.</summary>
    private static (string What, string Type, string Expression)? Meant(string value)
    {
        if (IsData(value))
        {
            return ("the address of data", "DataInput", $"Input.{(IsFile(value) ? "UriFile" : "UriFolder")}({SymbolDisplay.FormatLiteral(value, quote: true)})");
        }

        if (value is "true" or "True" or "false" or "False")
        {
            return ("a truth value", "Input<bool>", value.ToLowerInvariant());
        }

        if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole) && value == whole.ToString(CultureInfo.InvariantCulture))
        {
            return whole is >= int.MinValue and <= int.MaxValue ? ("a number", "Input<int>", value) : ("a number", "Input<long>", $"{value}L");
        }

        return value.Length > 0 && value.IndexOf('.') > 0 && char.IsDigit(value[value.Length - 1]) && double.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? ("a number", "Input<double>", value)
            : null;
    }

    private static bool IsData(string value) =>
        Array.Exists(_dataSchemes, scheme => value.Length > scheme.Length && value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) && !value.Contains("/environments/");

    /// <summary>Whether the last part of an address has an ending.</summary>
    private static bool IsFile(string address)
    {
        string last = address.Substring(address.LastIndexOf('/') + 1);
        return last.IndexOf('.') > 0 && address.IndexOf("://", StringComparison.Ordinal) > 0;
    }
}
