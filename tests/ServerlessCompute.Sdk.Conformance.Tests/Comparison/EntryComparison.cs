using System.Text.Json.Nodes;

namespace ServerlessCompute;

/// <summary>One file's entry beside the golden one.</summary>
internal sealed record EntryComparison(string Source, Verdict Verdict, IReadOnlyList<Difference> Differences)
{
    public bool Agrees => Verdict is Verdict.Equal or Verdict.RefusedByBoth;

    public static EntryComparison Of(JsonObject golden, JsonObject ours)
    {
        string source = (string)golden["source"]!;
        Verdict? refused = (golden.ContainsKey("error"), ours.ContainsKey("error")) switch
        {
            (true, true) => Verdict.RefusedByBoth,
            (true, false) => Verdict.RefusedOnlyThere,
            (false, true) => Verdict.RefusedOnlyHere,
            _ => null,
        };
        if (refused is { } verdict)
        {
            return new EntryComparison(source, verdict, verdict == Verdict.RefusedByBoth ? [] : [new Difference("$", golden["error"], ours["error"])]);
        }

        JsonObject theirBody = CanonicalForm.OfRequest(golden);
        JsonObject ourBody = CanonicalForm.OfRequest(ours);

        // The reference falls back to the name of the current folder; here the service chooses.
        if (ourBody["properties"]?["experimentName"] is null)
        {
            (theirBody["properties"] as JsonObject)?.Remove("experimentName");
        }

        Difference[] differences = [.. Difference.Between(theirBody, ourBody), .. OfUploads(golden, ours)];
        return new EntryComparison(source, differences.Length == 0 ? Verdict.Equal : Verdict.Different, differences);
    }

    public override string ToString() => $"{Source}: {Verdict}{string.Concat(Differences.Take(6).Select(difference => $"\n    {difference}"))}";

    // The same blobs are uploaded; the first part of each path is a name or hash of its own.
    private static IEnumerable<Difference> OfUploads(JsonObject golden, JsonObject ours)
    {
        string[] theirs = Blobs(golden), own = Blobs(ours);
        return theirs.SequenceEqual(own) ? [] : [new Difference("uploads", AsJson(theirs.Except(own)), AsJson(own.Except(theirs)))];
    }

    private static string[] Blobs(JsonObject entry) =>
    [
        .. (entry["uploads"]?.AsObject() ?? []).SelectMany(upload => upload.Value!.AsArray())
            .Select(blob => ((string)blob!).Split('/', 2)[^1]).Distinct().Order(StringComparer.Ordinal),
    ];

    private static JsonArray AsJson(IEnumerable<string> names) => new([.. names.Select(name => JsonValue.Create(name))]);
}
