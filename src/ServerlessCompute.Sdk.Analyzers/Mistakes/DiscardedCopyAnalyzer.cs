using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ServerlessCompute;

/// <summary>Finds changed copies that nobody takes: <c>job.WithTimeout(…);</c> changes nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DiscardedCopyAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.CopyDiscarded];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterOperationAction(Analyze, OperationKind.ExpressionStatement);
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        // The body of a lambda that gives nothing back is there to be called, in a test that expects an exception for example.
        if (context.Operation.Syntax is not ExpressionStatementSyntax)
        {
            return;
        }

        IOperation thrown = ((IExpressionStatementOperation)context.Operation).Operation;
        thrown = thrown is ISimpleAssignmentOperation { Target: IDiscardOperation } discard ? discard.Value : thrown;
        while (thrown is IConversionOperation conversion)
        {
            thrown = conversion.Operand;
        }

        (string Name, ITypeSymbol? Type)? found = thrown switch
        {
            IInvocationOperation { TargetMethod: var verb } call when IsVerb(verb) && Known.IsNoun(call.Type) && Known.IsNoun(CalledOn(call)) => (verb.Name, call.Type),
            IWithOperation { Type: var type } when Known.IsNoun(type) => ("with", type),
            _ => null,
        };
        if (found is { } copy)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.CopyDiscarded, thrown.Syntax.GetLocation(), copy.Name, copy.Type!.Name));
        }
    }

    private static ITypeSymbol? CalledOn(IInvocationOperation call) => call.Instance?.Type ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value.Type : null);

    /// <summary>Whether a method of the SDK gives a changed copy of what it is called on.</summary>
    private static bool IsVerb(IMethodSymbol method) =>
        Known.IsOfSdk(method.ContainingType)
        && (IsNamed(method.Name, "With") || IsNamed(method.Name, "Add") || IsNamed(method.Name, "As") || method.Name is "Named" or "RegisteredAs" or "RegisterModel" or "Maximize" or "Minimize");

    private static bool IsNamed(string name, string verb) => name.StartsWith(verb, StringComparison.Ordinal) && name.Length > verb.Length && char.IsUpper(name[verb.Length]);
}
