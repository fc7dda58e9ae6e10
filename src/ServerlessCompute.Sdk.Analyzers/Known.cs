using Microsoft.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>What the analyzers know of the SDK, by name.</summary>
internal static class Known
{
    public const string Namespace = "ServerlessCompute";

    /// <summary>Whether a type is the SDK's of that name.</summary>
    public static bool Is(ITypeSymbol? type, string name) => type is { ContainingType: null } && type.Name == name && IsOfSdk(type);

    /// <summary>Whether a type, or one that it derives from, is the SDK's of that name.</summary>
    public static bool IsOrDerivesFrom(ITypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (Is(type, name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether something is declared in the SDK's namespace.</summary>
    public static bool IsOfSdk(ISymbol symbol) => symbol.ContainingNamespace is { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>Whether values of a type do not change: a job, a part of one, or another noun that is a record of the SDK.</summary>
    public static bool IsNoun(ITypeSymbol? type) => type is { IsRecord: true, IsReferenceType: true } && (IsOrDerivesFrom(type, "JobPart") || IsOfSdk(type));
}
