namespace ServerlessCompute;

/// <summary>The places where this library differs on purpose, each argued from the contract in <c>accepted-differences.tsv</c>.</summary>
internal static class AcceptedDifferences
{
    public static IReadOnlyList<(string File, string Path, string Reason)> Rows { get; } =
    [
        .. GoldenFolder.Rows(Repository.Folder("tests", "ServerlessCompute.Sdk.Conformance.Tests", "Comparison", "accepted-differences.tsv"))
            .Select(row => (row[0], row[1], row[2])),
    ];

    /// <summary>What remains when the accepted differences are taken out. A row covers its place and all beneath it.</summary>
    public static EntryComparison WithoutAccepted(this EntryComparison comparison)
    {
        Difference[] left = [.. comparison.Differences.Where(difference => !Rows.Any(row => row.File == comparison.Source && Covers(row.Path, difference.Path)))];
        return left.Length == 0 && !comparison.Agrees ? comparison with { Verdict = Verdict.Equal, Differences = [] } : comparison with { Differences = left };
    }

    /// <summary>Whether a comparison still needs a row.</summary>
    public static bool Needs(this EntryComparison comparison, string path) => comparison.Differences.Any(difference => Covers(path, difference.Path));

    private static bool Covers(string row, string path) => path == row || path.StartsWith(row + ".", StringComparison.Ordinal) || path.StartsWith(row + "[", StringComparison.Ordinal);
}
