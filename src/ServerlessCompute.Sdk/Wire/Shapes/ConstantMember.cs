using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The member that says which of several kinds a noun is. In C# the type says it.</summary>
internal sealed class ConstantMember<T>(MemberNames names, string rest, string step, string yaml) : Member<T>(names, "")
{
    public override bool IsDefault(T noun, T seed) => true;

    public override void WriteRest(Utf8JsonWriter writer, T noun) => writer.WriteString(Names.Rest, rest);

    public override T ReadRest(ref Utf8JsonReader reader, T noun)
    {
        reader.Skip();
        return noun;
    }

    public override Tree? Write(T noun, Dialect dialect) => dialect == Dialect.Yaml ? yaml : step;

    public override bool TryRead(Tree tree, TreeReader reader, ref T noun) => true;

    public override void WriteCSharp(CSharpText text, T noun)
    {
    }
}
