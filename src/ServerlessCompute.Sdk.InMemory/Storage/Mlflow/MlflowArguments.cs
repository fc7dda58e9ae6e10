using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// The arguments of a call: members of a JSON object, or of the query for GET. Numbers may come as numbers or as strings, as
/// in the JSON of protocol buffers.
/// </summary>
internal sealed class MlflowArguments
{
    private readonly JsonElement _body;
    private readonly StorageQuery? _query;

    private MlflowArguments(JsonElement body, StorageQuery? query)
    {
        _body = body;
        _query = query;
    }

    public static MlflowArguments FromQuery(string query) => new(default, StorageQuery.Parse(query));

    /// <summary>The members of an object.</summary>
    /// <exception cref="MlflowException">400: something else than an object.</exception>
    public static MlflowArguments FromJson(JsonElement body) => body.ValueKind == JsonValueKind.Object
        ? new MlflowArguments(body, null)
        : throw MlflowException.BadRequest("The body must be a JSON object.");

    /// <summary>A text, or null when it is not given or empty.</summary>
    public string? Text(string name)
    {
        string? text = _query is not null ? _query[name] : Member(name) is { } member ? TextOf(member, name) : null;
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>A text that may be empty, or null when it is not given.</summary>
    public string? AnyText(string name) => _query is not null ? _query[name] : Member(name) is { } member ? TextOf(member, name) : null;

    public string Required(string name) => Text(name) ?? throw Missing(name);

    public long? Int64(string name)
    {
        if (_query is null && Member(name) is { ValueKind: JsonValueKind.Number } member)
        {
            // Python clients may write a whole number as 3.0.
            return member.TryGetInt64(out long exact) ? exact
                : member.TryGetDouble(out double value) && value == Math.Floor(value) && Math.Abs(value) < 1L << 53 ? (long)value
                : throw MlflowException.InvalidParameter($"'{name}' must be a whole number of 64 bits, not {member.GetRawText()}.");
        }

        return Text(name) is not { } text ? null
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long parsed) ? parsed
            : throw MlflowException.InvalidParameter($"'{name}' must be a whole number of 64 bits, not '{text}'.");
    }

    public double RequiredDouble(string name)
    {
        if (_query is null && Member(name) is { ValueKind: JsonValueKind.Number } member)
        {
            return member.GetDouble();
        }

        string text = Required(name);
        return text switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) => value,
            _ => throw MlflowException.InvalidParameter($"'{name}' must be a number, \"NaN\", \"Infinity\" or \"-Infinity\", not '{text}'."),
        };
    }

    /// <summary>A number between 1 and <paramref name="most"/>.</summary>
    public int Count(string name, int standard, int most) => Int64(name) switch
    {
        null => standard,
        { } count when count >= 1 && count <= most => (int)count,
        { } count => throw MlflowException.InvalidParameter($"'{name}' must be between 1 and {most}, not {count}."),
    };

    /// <summary>A list of texts; in a query the parameter is repeated.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        if (_query is not null)
        {
            return [.. _query.All.Where(p => string.Equals(p.Key, name, StringComparison.Ordinal)).Select(static p => p.Value)];
        }

        return [.. Items(name).Select(item => TextOf(item, name))];
    }

    /// <summary>A list of objects.</summary>
    public IReadOnlyList<MlflowArguments> Objects(string name) => [.. Items(name).Select(FromJson)];

    /// <summary>The JSON of a list's items, as they were sent.</summary>
    public IReadOnlyList<string> RawItems(string name) => [.. Items(name).Select(static item => item.GetRawText())];

    private static MlflowException Missing(string name) => MlflowException.InvalidParameter($"The required parameter '{name}' is missing.");

    private static string TextOf(JsonElement member, string name)
    {
        try
        {
            return member.ValueKind switch
            {
                JsonValueKind.String => member.GetString()!,
                JsonValueKind.Number => member.GetRawText(),
                _ => throw MlflowException.InvalidParameter($"'{name}' must be a string."),
            };
        }
        catch (InvalidOperationException)
        {
            throw HalfACharacter();
        }
    }

    private static MlflowException HalfACharacter() => MlflowException.BadRequest("The body is not valid Unicode text: an escape is one half of a pair of surrogates.");

    private JsonElement? Member(string name)
    {
        try
        {
            return _body.ValueKind == JsonValueKind.Object && _body.TryGetProperty(name, out JsonElement member) && member.ValueKind != JsonValueKind.Null ? member : null;
        }
        catch (InvalidOperationException)
        {
            // Looking a member up reads the names of the others.
            throw HalfACharacter();
        }
    }

    private JsonElement[] Items(string name) => Member(name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } array => [.. array.EnumerateArray()],
        _ => throw MlflowException.InvalidParameter($"'{name}' must be a list."),
    };
}
