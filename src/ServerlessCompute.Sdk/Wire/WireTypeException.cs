using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A member is well-formed JSON of the wrong type. Never leaves this room: <see cref="WireDocument"/> turns it into a <see cref="JobFormatException"/>.</summary>
/// <param name="message">What belongs there.</param>
/// <param name="offset">Where in the document the member's value is.</param>
internal sealed class WireTypeException(string message, long offset) : JsonException(message)
{
    public long Offset { get; } = offset;
}
