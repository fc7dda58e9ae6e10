using System.Text.Json;

namespace ServerlessCompute;

/// <summary>How far the service is with something that takes time.</summary>
/// <param name="Status">Its word for it: <c>Creating</c>, <c>InProgress</c>, <c>Succeeded</c>, <c>Failed</c>.</param>
/// <param name="ErrorCode">What went wrong, in a word.</param>
/// <param name="ErrorMessage">What went wrong, for people.</param>
internal sealed record OperationStatus(string Status, string? ErrorCode, string? ErrorMessage)
{
    private static readonly JsonEncodedText _status = JsonEncodedText.Encode("status");
    private static readonly JsonEncodedText _error = JsonEncodedText.Encode("error");
    private static readonly JsonEncodedText _code = JsonEncodedText.Encode("code");
    private static readonly JsonEncodedText _message = JsonEncodedText.Encode("message");

    public bool IsSuccess => Status.Equals("Succeeded", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether nothing more happens.</summary>
    public bool IsOver => IsSuccess || Status.Equals("Failed", StringComparison.OrdinalIgnoreCase) || Status.Equals("Canceled", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="JobFormatException">The text is no such document.</exception>
    public static OperationStatus Read(ReadOnlySpan<byte> utf8) => WireDocument.Read(utf8, Read);

    private static OperationStatus Read(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? status = null;
        OperationStatus? error = null;
        while (reader.NextMember())
        {
            _ = reader.TryText(_status, ref status) || reader.TryObject(_error, ReadError, ref error) || reader.Pass();
        }

        return new OperationStatus(status ?? "", error?.ErrorCode, error?.ErrorMessage);
    }

    private static OperationStatus ReadError(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? code = null, message = null;
        while (reader.NextMember())
        {
            _ = reader.TryText(_code, ref code) || reader.TryText(_message, ref message) || reader.Pass();
        }

        return new OperationStatus("", code, message);
    }
}
