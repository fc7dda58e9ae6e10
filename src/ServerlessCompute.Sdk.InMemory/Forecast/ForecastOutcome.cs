namespace ServerlessCompute;

/// <summary>What one seed came to.</summary>
/// <param name="Groups">By twice the family's index, plus one for Spot; -2 and -1 for jobs whose size nobody knows.</param>
/// <param name="Catalogue">The region's sizes and families.</param>
/// <param name="Ledger">The limits.</param>
/// <param name="Length">How long it was, in ticks.</param>
internal sealed record ForecastOutcome(IReadOnlyDictionary<int, ForecastGroup> Groups, VmCatalogue Catalogue, QuotaLedger Ledger, long Length)
{
    public string FamilyName(int key) => key < 0 ? "unknown size" : Catalogue.Families[key / 2].Name;

    public static bool IsSpot(int key) => (key & 1) == 1;

    /// <summary>The cores that the group could use at most.</summary>
    public long Limit(int key) => key < 0 ? 0 : Ledger.Most(Catalogue.Families[key / 2], IsSpot(key) ? ComputeTier.LowPriority : ComputeTier.Dedicated);
}
