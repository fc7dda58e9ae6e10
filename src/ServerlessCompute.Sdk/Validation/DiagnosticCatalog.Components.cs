namespace ServerlessCompute;

/// <content>What can be wrong with a component that is to be registered.</content>
internal static partial class DiagnosticCatalog
{
    public static DiagnosticDescriptor ComponentNameForm { get; } = Error("SC2001", "A component's name has a wrong form");
}
