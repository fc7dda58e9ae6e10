using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A member of a noun: what it is called, and how it is read and written.</summary>
/// <typeparam name="T">The noun.</typeparam>
internal abstract class Member<T>(MemberNames names, string property)
{
    public MemberNames Names { get; } = names;

    /// <summary>The C# property.</summary>
    public string Property { get; } = property;

    /// <summary>Whether YAML must say it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether a tree is for this member, where two members share a name.</summary>
    public Func<Tree, bool>? Takes { get; init; }

    /// <summary>Whether the noun says nothing here that its default does not say.</summary>
    public abstract bool IsDefault(T noun, T seed);

    public abstract void WriteRest(Utf8JsonWriter writer, T noun);

    /// <summary>Reads the value that the reader stands on.</summary>
    public abstract T ReadRest(ref Utf8JsonReader reader, T noun);

    /// <summary>The value as a tree; null when there is none.</summary>
    public abstract Tree? Write(T noun, Dialect dialect);

    /// <summary>Reads a tree; false when the value is none that this member takes.</summary>
    public abstract bool TryRead(Tree tree, TreeReader reader, ref T noun);

    public abstract void WriteCSharp(CSharpText text, T noun);
}
