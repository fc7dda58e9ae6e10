using System.Text.Json;

namespace ServerlessCompute;

/// <summary>The members of an object that nobody asked for, on their way to <see cref="JobPart.AdditionalProperties"/>.</summary>
internal struct WireExtras
{
    private WireMap<RawJson> _members;

    /// <summary>Takes the member at hand; the last question of a chain, hence always true.</summary>
    public bool Take(ref Utf8JsonReader reader)
    {
        _members.Read(ref reader, RawJson.Read);
        return true;
    }

    /// <summary>All members of the object at hand but one.</summary>
    public static ValueMap<RawJson> AllBut(ref Utf8JsonReader reader, JsonEncodedText name)
    {
        string? ignored = null;
        var extras = default(WireExtras);
        while (reader.NextMember())
        {
            _ = reader.TryText(name, ref ignored) || extras.Take(ref reader);
        }

        return extras.ToMap();
    }

    /// <summary>All members of the object at hand as they came; those that are not even text are left out.</summary>
    /// <returns>The members; null when there is no object.</returns>
    public static ValueMap<RawJson>? AllAsTheyCame(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        var extras = default(WireExtras);
        while (reader.NextMember())
        {
            Utf8JsonReader start = reader;
            try
            {
                extras.Take(ref reader);
            }
            catch (InvalidOperationException)
            {
                reader = start;
                reader.Skip();
            }
        }

        return extras.ToMap();
    }

    public readonly ValueMap<RawJson> ToMap() => _members.ToMap();
}
