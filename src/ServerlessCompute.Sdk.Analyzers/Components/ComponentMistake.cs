using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ServerlessCompute;

/// <summary>Something wrong in a component's YAML. Equal when it says the same at the same place.</summary>
internal sealed class ComponentMistake(DiagnosticDescriptor rule, string path, int line, int column, params string[] arguments) : IEquatable<ComponentMistake>
{
    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        rule,
        Location.Create(path, new TextSpan(0, 0), new LinePositionSpan(new LinePosition(line, column), new LinePosition(line, column))),
        arguments);

    public bool Equals(ComponentMistake? other) => other is not null && Key == other.Key;

    public override bool Equals(object? obj) => Equals(obj as ComponentMistake);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    private string Key => $"{rule.Id}\n{path}\n{line}\n{column}\n{string.Join("\n", arguments)}";
}
