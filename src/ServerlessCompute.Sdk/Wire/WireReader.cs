using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// Reads objects member by member, by asking. Each <c>Try…</c> says false and does nothing when the member at hand has another name;
/// otherwise it takes the value, where <c>null</c> counts as not there. So an object is read as a chain of questions that ends with
/// what becomes of members nobody asked for.
/// </summary>
internal static class WireReader
{
    /// <summary>Goes to the object's next member; false at its end.</summary>
    public static bool NextMember(this ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Goes to the value of the member at hand if it has that name.</summary>
    public static bool Is(this ref Utf8JsonReader reader, JsonEncodedText name) =>
        reader.ValueTextEquals(name.EncodedUtf8Bytes) && reader.Read();

    /// <summary>Leaves the member at hand out.</summary>
    public static bool Pass(this ref Utf8JsonReader reader)
    {
        reader.Skip();
        return true;
    }

    public static bool TryText(this ref Utf8JsonReader reader, JsonEncodedText name, ref string? value) =>
        reader.Try(name, WireValue.Text, ref value);

    public static bool TryPath(this ref Utf8JsonReader reader, JsonEncodedText name, ref AssetPath? value) =>
        reader.Try(name, WireValue.Path, ref value);

    public static bool TryNumber(this ref Utf8JsonReader reader, JsonEncodedText name, ref int? value) =>
        reader.Try(name, WireValue.WholeNumber, ref value);

    public static bool TryFlag(this ref Utf8JsonReader reader, JsonEncodedText name, ref bool? value) =>
        reader.Try(name, WireValue.Flag, ref value);

    public static bool TryInstant(this ref Utf8JsonReader reader, JsonEncodedText name, ref DateTimeOffset? value) =>
        reader.Try(name, WireValue.Instant, ref value);

    public static bool TryDuration(this ref Utf8JsonReader reader, JsonEncodedText name, ref TimeSpan? value) =>
        reader.Try(name, WireValue.Duration, ref value);

    public static bool TryWord<T>(this ref Utf8JsonReader reader, JsonEncodedText name, ref T value)
        where T : struct, IOpenEnum<T> => reader.Try(name, WireValue.Word<T>, ref value);

    /// <summary>A member that is an object; the function starts on its opening brace.</summary>
    public static bool TryObject<T>(this ref Utf8JsonReader reader, JsonEncodedText name, WireRead<T?> read, ref T? value)
        where T : class => reader.Try(name, read, ref value);

    public static bool TryMap<T>(this ref Utf8JsonReader reader, JsonEncodedText name, WireRead<T> read, ref ValueMap<T> value)
    {
        if (!reader.Is(name))
        {
            return false;
        }

        value = reader.TokenType == JsonTokenType.Null ? value : WireValue.Map(ref reader, read);
        return true;
    }

    public static bool TryList<T>(this ref Utf8JsonReader reader, JsonEncodedText name, WireRead<T> read, ref ValueList<T> value)
    {
        if (!reader.Is(name))
        {
            return false;
        }

        value = reader.TokenType == JsonTokenType.Null ? value : WireValue.List(ref reader, read);
        return true;
    }

    /// <summary>One of several values: when it breaks the contract it does not take its neighbours with it.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="readAsItIs">Reads whatever of it can be kept, without a look at what it means.</param>
    public static T One<T>(this ref Utf8JsonReader reader, WireRead<T> read, WireRead<T> readAsItIs)
    {
        Utf8JsonReader start = reader;
        try
        {
            return read(ref reader);
        }
        catch (Exception e) when (e is WireTypeException or InvalidOperationException)
        {
            reader = start;
            return readAsItIs(ref reader);
        }
    }

    /// <summary>
    /// The text of one member of the object at hand, wherever in the object it stands: the word that says what the other members
    /// mean. Looks ahead on a copy; the reader itself does not move.
    /// </summary>
    public static string? Peek(Utf8JsonReader reader, JsonEncodedText name)
    {
        WireValue.Object(ref reader);
        string? value = null;
        while (value is null && reader.NextMember())
        {
            _ = reader.TryText(name, ref value) || reader.Pass();
        }

        return value;
    }

    /// <summary>As <see cref="Peek"/>, without making a text of a word that is known; unset when the member is not there.</summary>
    public static T PeekWord<T>(Utf8JsonReader reader, JsonEncodedText name)
        where T : struct, IOpenEnum<T>
    {
        WireValue.Object(ref reader);
        T value = default;
        while (value.Value is null && reader.NextMember())
        {
            _ = reader.TryWord(name, ref value) || reader.Pass();
        }

        return value;
    }

    /// <summary>The word that says which kind the object at hand is.</summary>
    public static string Kind(Utf8JsonReader reader, JsonEncodedText name) =>
        Peek(reader, name) is { Length: > 0 } kind ? kind : throw WireValue.Lacks(reader, name.ToString());

    private static bool Try<T>(this ref Utf8JsonReader reader, JsonEncodedText name, WireRead<T> read, ref T value)
    {
        if (!reader.Is(name))
        {
            return false;
        }

        value = reader.TokenType == JsonTokenType.Null ? value : read(ref reader);
        return true;
    }
}
