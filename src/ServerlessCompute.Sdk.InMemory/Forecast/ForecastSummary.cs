namespace ServerlessCompute;

/// <summary>Puts the outcomes of a forecast's seeds together.</summary>
internal static class ForecastSummary
{
    public static ForecastResult Of(Forecast forecast, IReadOnlyList<ForecastOutcome> outcomes)
    {
        int[] keys = [.. outcomes.SelectMany(static o => o.Groups.Keys).Distinct().Order()];
        return new ForecastResult
        {
            Forecast = forecast,
            Families = [.. keys.Select(key => Row(outcomes[0].FamilyName(key), ForecastOutcome.IsSpot(key), [.. outcomes.Select(o => (o.Groups.GetValueOrDefault(key) ?? new ForecastGroup(), o.Limit(key) * (double)o.Length))]))],
            Total = Row("all", isSpot: false, [.. outcomes.Select(o => (All(o), Capacity(o, keys)))]),
        };
    }

    private static ForecastGroup All(ForecastOutcome outcome)
    {
        var all = new ForecastGroup();
        foreach (int key in outcome.Groups.Keys.Order())
        {
            all.Add(outcome.Groups[key]);
        }

        return all;
    }

    /// <summary>What could have been used in all: each dedicated family's quota within the total, and low priority's one number if anybody used it.</summary>
    private static double Capacity(ForecastOutcome outcome, int[] keys)
    {
        double dedicated = Math.Min(keys.Where(static k => !ForecastOutcome.IsSpot(k)).Sum(outcome.Limit), outcome.Ledger.TotalDedicated);
        double spot = Array.Exists(keys, static k => k >= 0 && ForecastOutcome.IsSpot(k)) ? outcome.Ledger.TotalLowPriority : 0;
        return (dedicated + spot) * outcome.Length;
    }

    private static FamilyForecast Row(string name, bool isSpot, IReadOnlyList<(ForecastGroup Group, double Capacity)> runs)
    {
        ForecastRange Over(Func<ForecastGroup, double> figure) => ForecastRange.Of([.. runs.Select(r => figure(r.Group))]);
        return new FamilyForecast
        {
            Family = name,
            IsSpot = isSpot,
            Jobs = Over(static g => g.Jobs),
            MeanWait = Over(static g => g.MeanWaitMinutes),
            MedianWait = Over(static g => g.WaitMinutes(0.5)),
            P95Wait = Over(static g => g.WaitMinutes(0.95)),
            MaxWait = Over(static g => g.WaitMinutes(1)),
            MeanTurnaround = Over(static g => g.MeanTurnaroundMinutes),
            Cost = Over(static g => (double)NodePrices.Dollars(g.Cost)),
            Utilization = ForecastRange.Of([.. runs.Select(static r => r.Capacity > 0 ? (double)r.Group.CoreTicks / r.Capacity : 0)]),
            Evictions = Over(static g => g.Evictions),
            Completed = Over(static g => g.Completed),
            Refused = Over(static g => g.Refused),
        };
    }
}
