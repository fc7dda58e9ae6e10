using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A value that only trees have: in steps and specifications, which REST carries as a whole, and in YAML.</summary>
internal abstract class TreeForm<T> : ValueForm<T>
{
    public sealed override void WriteRest(Utf8JsonWriter writer, T value) => throw new NotSupportedException("REST carries this as part of something larger.");

    public sealed override T ReadRest(ref Utf8JsonReader reader) => throw new NotSupportedException("REST carries this as part of something larger.");
}
