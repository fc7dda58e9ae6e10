using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A member is well-formed JSON of the wrong type. Never leaves this room: <see cref="WireDocument"/> turns it into a <see cref="JobFormatException"/>.</summary>
internal sealed class WireTypeException(string message) : JsonException(message);
