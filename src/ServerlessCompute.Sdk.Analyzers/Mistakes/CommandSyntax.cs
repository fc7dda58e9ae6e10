using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ServerlessCompute;

/// <summary>Interpolated strings that are commands.</summary>
internal static class CommandSyntax
{
    public static bool IsCommand(InterpolatedStringExpressionSyntax text, SemanticModel model, CancellationToken cancellationToken) =>
        Known.Is(model.GetTypeInfo(text, cancellationToken).ConvertedType, "CommandText");

    /// <summary>The name that a hole has in the command: that of its <c>.Named("…")</c>, or the last identifier; null when it has none.</summary>
    public static string? NameOf(ExpressionSyntax hole, SemanticModel model) => hole switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        ParenthesizedExpressionSyntax inner => NameOf(inner.Expression, model),
        PostfixUnaryExpressionSyntax inner when inner.IsKind(SyntaxKind.SuppressNullableWarningExpression) => NameOf(inner.Operand, model),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Named" }, ArgumentList.Arguments: { Count: 1 } arguments } =>
            model.GetConstantValue(arguments[0].Expression) is { HasValue: true, Value: string text } ? text : null,
        _ => null,
    };
}
