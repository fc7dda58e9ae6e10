using System.Text.Json;

namespace ServerlessCompute;

/// <summary>One page of a list of runs, such as the children of a run.</summary>
/// <param name="Runs">The page's runs.</param>
/// <param name="ContinuationToken">What to ask the next page with; null when the service gave none.</param>
/// <param name="NextLink">Where the next page is; null when the service gave none.</param>
internal sealed record RunPage(IReadOnlyList<RunDetails> Runs, string? ContinuationToken, string? NextLink)
{
    private static readonly JsonEncodedText _value = JsonEncodedText.Encode("value");
    private static readonly JsonEncodedText _continuationToken = JsonEncodedText.Encode("continuationToken");
    private static readonly JsonEncodedText _nextLink = JsonEncodedText.Encode("nextLink");

    /// <exception cref="JobFormatException">The text is no such document.</exception>
    public static RunPage Read(ReadOnlyMemory<byte> utf8)
    {
        Places places = WireDocument.Read(utf8.Span, Find);
        var runs = new RunDetails[places.Runs.Count];
        for (int i = 0; i < runs.Length; i++)
        {
            runs[i] = RunDetails.Read(utf8[places.Runs[i]]);
        }

        return new RunPage(runs, places.ContinuationToken, places.NextLink);
    }

    private static Places Find(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        ValueList<Range> runs = ValueList<Range>.Empty;
        string? continuationToken = null, nextLink = null;
        while (reader.NextMember())
        {
            _ = reader.TryList(_value, WireValue.Place, ref runs)
                || reader.TryText(_continuationToken, ref continuationToken)
                || reader.TryText(_nextLink, ref nextLink)
                || reader.Pass();
        }

        return new Places(runs, continuationToken, nextLink);
    }

    private readonly record struct Places(ValueList<Range> Runs, string? ContinuationToken, string? NextLink);
}
