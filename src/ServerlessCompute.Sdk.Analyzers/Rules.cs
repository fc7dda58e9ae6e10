using Microsoft.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>Everything that the analyzers and the generator say. Each has a section in <c>docs/analyzers.md</c>.</summary>
internal static class Rules
{
    public static DiagnosticDescriptor HoleAsText { get; } = Warning(
        "SCA001", "A command repeats a hole's name as plain text", "The command has a hole '{0}', and '{0}' as plain text, which the job will see as that word");

    public static DiagnosticDescriptor TimeoutShort { get; } = Warning(
        "SCA002", "A time limit is below a minute", "The limit of {0} is over before a machine of the service is ready");

    public static DiagnosticDescriptor CopyDiscarded { get; } = Warning(
        "SCA003", "A changed copy is thrown away", "'{0}' gives a changed copy, and nobody takes it: the {1} stays as it was");

    public static DiagnosticDescriptor TextForInput { get; } = Warning(
        "SCA004", "A text stands where an input was meant", "'{0}' is {1}, and goes into the job as a text: write {2}");

    public static DiagnosticDescriptor YamlUnreadable { get; } = Error("SCA101", "A component's YAML cannot be read", "{0}");

    public static DiagnosticDescriptor NoComponent { get; } = Error("SCA102", "A component's YAML describes something else", "{0}");

    public static DiagnosticDescriptor PortTypeUnknown { get; } = Error(
        "SCA103", "An input or output of a component has no type that is known", "The type '{0}' of '{1}' is not known: write one of {2}");

    public static DiagnosticDescriptor MembersCollide { get; } = Error(
        "SCA104", "Two members of a component's class would have one name", "'{0}' and '{1}' would both be called {2} in C#: rename one of them");

    public static DiagnosticDescriptor YamlLibraryMissing { get; } = Error(
        "SCA105", "A class of a component needs the YAML library", "The class of a component reads its YAML with ServerlessCompute.Sdk.Yaml: refer to that package");

    private static DiagnosticDescriptor Warning(string id, string title, string message) => Make(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Error(string id, string title, string message) => Make(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Make(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, "ServerlessCompute", severity, isEnabledByDefault: true, helpLinkUri: $"docs/analyzers.md#{id.ToLowerInvariant()}");
}
