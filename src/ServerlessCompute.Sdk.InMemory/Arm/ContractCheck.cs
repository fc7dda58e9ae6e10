using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Checks bodies against the contract.</summary>
internal static class ContractCheck
{
    /// <summary>What is wrong with a body, or null.</summary>
    public static ServiceError? Check(string model, ReadOnlySpan<byte> body, ApiVersion version, Strictness strictness)
    {
        _ = (model, version, strictness);
        return IsObject(body) && !JsonScan.IsNullOrAbsent(JsonScan.Value(body, "properties"u8))
            ? null
            : ServiceError.Invalid("The request body is not a JSON object with 'properties'.");
    }

    /// <summary>Whether the bytes are one well-formed JSON object.</summary>
    public static bool IsObject(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            reader.Skip();
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
