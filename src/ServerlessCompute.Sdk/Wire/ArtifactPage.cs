using System.Text.Json;

namespace ServerlessCompute;

/// <summary>One page of a list of a run's artifacts.</summary>
/// <param name="Artifacts">The page's artifacts.</param>
/// <param name="ContinuationToken">What to ask the next page with; null when there is none.</param>
internal sealed record ArtifactPage(ValueList<(string Path, DateTimeOffset? CreatedAt)> Artifacts, string? ContinuationToken)
{
    private static readonly JsonEncodedText _value = JsonEncodedText.Encode("value");
    private static readonly JsonEncodedText _continuationToken = JsonEncodedText.Encode("continuationToken");
    private static readonly JsonEncodedText _path = JsonEncodedText.Encode("path");
    private static readonly JsonEncodedText _createdTime = JsonEncodedText.Encode("createdTime");

    /// <exception cref="JobFormatException">The text is no such document.</exception>
    public static ArtifactPage Read(ReadOnlySpan<byte> utf8) => WireDocument.Read(utf8, Read);

    private static ArtifactPage Read(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        ValueList<(string Path, DateTimeOffset? CreatedAt)> artifacts = ValueList<(string Path, DateTimeOffset? CreatedAt)>.Empty;
        string? continuationToken = null;
        while (reader.NextMember())
        {
            _ = reader.TryList(_value, ReadArtifact, ref artifacts) || reader.TryText(_continuationToken, ref continuationToken) || reader.Pass();
        }

        return new ArtifactPage(artifacts, continuationToken);
    }

    private static (string Path, DateTimeOffset? CreatedAt) ReadArtifact(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? path = null;
        DateTimeOffset? created = null;
        while (reader.NextMember())
        {
            _ = reader.TryText(_path, ref path) || reader.TryInstant(_createdTime, ref created) || reader.Pass();
        }

        return (path ?? "", created);
    }
}
