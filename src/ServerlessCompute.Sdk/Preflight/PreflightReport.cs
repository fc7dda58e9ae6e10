using System.Globalization;
using System.Text;

namespace ServerlessCompute;

/// <summary>
/// What a job would get, cost and wait for, as far as the workspace says: a prediction, since other workspaces use the same quota and the
/// service's weights are its own. Printed, it is a table. Immutable; can be made in tests.
/// </summary>
[TypeFormatterSource]
public sealed record PreflightReport
{
    private static readonly string[] _columns = ["<", "<Size", "Nodes", "<Tier", "vCPUs", "Left", "Starts", "Per hour", "At most"];

    /// <summary>Each part of the job that asks for machines.</summary>
    public ValueList<PreflightItem> Items { get; init; } = ValueList<PreflightItem>.Empty;

    /// <summary>What is worth knowing, the worst first.</summary>
    public ValueList<PreflightFinding> Findings { get; init; } = ValueList<PreflightFinding>.Empty;

    /// <summary>The region.</summary>
    public string? Location { get; init; }

    /// <summary>What the workspace says about its network and serverless computes, in a line.</summary>
    public string? Network { get; init; }

    /// <summary>The currency of all prices.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary>Whether the service would refuse the job, or fail it at once.</summary>
    public bool WouldFail => Findings.Any(finding => finding.Severity == JobDiagnosticSeverity.Error);

    /// <summary>Whether some part could not start now.</summary>
    public bool WouldQueue => Items.Any(item => item.WouldQueue);

    /// <summary>The price of an hour while as much runs at once as can; null when a price is missing.</summary>
    public decimal? PricePerHour => Items.All(item => item.PricePerHour is not null) ? Items.Sum(item => item.PricePerHour * item.AtOnce) : null;

    /// <summary>The most that the job can cost; null when some part has no price or no limit.</summary>
    public decimal? CostBound => Items.Count > 0 && Items.All(item => item.CostBound is not null) ? Items.Sum(item => item.CostBound) : null;

    /// <summary>A row for each part, then the sum and the findings.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(TextTable.Write(_columns, Items.Select(Row)));
        text.AppendLine(CultureInfo.InvariantCulture, $"{(PricePerHour is { } hour ? $"{Money(hour)} {Currency} an hour" : "no price known for all of it")}, {(CostBound is { } most ? $"at most {Money(most)} {Currency}" : "no bound for the whole: give it a time limit")}");
        if (Network is not null)
        {
            text.AppendLine(Network);
        }

        foreach (PreflightFinding finding in Findings)
        {
            text.AppendLine(finding.ToString());
        }

        return text.ToString();
    }

    private static string[] Row(PreflightItem item) =>
    [
        item.Name + (item.Times == 1 ? "" : item.Times is { } times ? string.Create(CultureInfo.InvariantCulture, $" x {times}, {item.AtOnce} at once") : " x ?"),
        item.Compute ?? item.Choice.Size?.Name ?? "none",
        Number(item.Nodes),
        item.Compute is not null ? "-" : item.Tier == JobTier.Spot ? "Spot" : "Standard",
        item.Compute is not null ? "-" : Number(item.VCpus),
        item.VCpusLeft is { } left ? Number(left) : "-",
        item.Compute is not null ? "-" : item.Choice.Size is null ? "never" : item.WouldQueue ? "waits" : "now",
        item.PricePerHour is { } price ? Money(price) : "-",
        item.CostBound is { } bound ? Money(bound) : "-",
    ];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Money(decimal amount) => amount.ToString("0.00##", CultureInfo.InvariantCulture);
}
