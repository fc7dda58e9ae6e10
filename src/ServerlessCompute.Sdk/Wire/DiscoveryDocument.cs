using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Where a workspace's data plane is.</summary>
/// <param name="Api">The base of all its addresses; null when the document does not say it.</param>
internal sealed record DiscoveryDocument(string? Api)
{
    private static readonly JsonEncodedText _api = JsonEncodedText.Encode("api");

    /// <exception cref="JobFormatException">The text is no such document.</exception>
    public static DiscoveryDocument Read(ReadOnlySpan<byte> utf8) => WireDocument.Read(utf8, ReadAddresses);

    private static DiscoveryDocument ReadAddresses(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? api = null;
        while (reader.NextMember())
        {
            _ = reader.TryText(_api, ref api) || reader.Pass();
        }

        return new DiscoveryDocument(api);
    }
}
