using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>How a value is written and read in each dialect, and as C#. Stateless and thread-safe.</summary>
/// <typeparam name="T">The value's type; for what may be missing, its nullable form.</typeparam>
internal abstract class ValueForm<T>
{
    /// <summary>Whether the value says nothing and is left out.</summary>
    public abstract bool IsUnset(T value);

    /// <summary>Writes the value to a REST body; the member's name is written already.</summary>
    public abstract void WriteRest(Utf8JsonWriter writer, T value);

    /// <summary>Reads the value of a REST body that the reader stands on, which is not <c>null</c>.</summary>
    public abstract T ReadRest(ref Utf8JsonReader reader);

    /// <summary>The value as a tree.</summary>
    public abstract Tree Write(T value, Dialect dialect);

    /// <summary>Reads a tree. Of one that it cannot read it tells the reader what is wrong.</summary>
    public abstract bool TryRead(Tree tree, TreeReader reader, [MaybeNullWhen(false)] out T value);

    /// <summary>Writes a C# expression that makes the value.</summary>
    public abstract void WriteCSharp(CSharpText text, T value);

    /// <summary>Tells the reader that something else belongs here.</summary>
    protected static bool Wrong(Tree tree, TreeReader reader, string wanted, string fix = "")
    {
        reader.Report(tree.Place, $"{wanted} belongs here, not {tree.Describe()}.", fix);
        return false;
    }
}
