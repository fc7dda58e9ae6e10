using System.Globalization;
using System.Runtime.CompilerServices;

namespace ServerlessCompute;

/// <summary>How Azure's spare capacity, on which Spot machines run, comes and goes: taken machines, prices, and what there is at all.</summary>
/// <remarks>
/// Immutable and thread-safe. The market is a function of the service's seed and of time: each family of VM sizes has its own course, in steps
/// of five minutes, with a daily, a quarter-daily and an hourly swing. When a family is scarce its machines cost more and more of them are
/// taken. Azure publishes neither its rules nor its history; these figures are ours.
/// </remarks>
public sealed record SpotMarket
{
    /// <summary>Nothing is taken, prices stand still, and there is as much as quota allows: what a test that is about something else wants.</summary>
    public static SpotMarket Calm { get; } = new();

    /// <summary>A machine is taken every twenty hours or so, some notices are withdrawn, prices swing by a quarter.</summary>
    public static SpotMarket Typical { get; } = new() { EvictionsPerNodeHour = 0.05, WithdrawnNotices = 0.1, PriceSwing = 0.25, VirtualCpusPerFamily = 5_000 };

    /// <summary>A machine lasts a few hours, and often there is none to be had.</summary>
    public static SpotMarket Scarce { get; } = new() { EvictionsPerNodeHour = 0.3, WithdrawnNotices = 0.1, PriceSwing = 0.6, VirtualCpusPerFamily = 500 };

    /// <summary>How often a machine is taken, on average over time.</summary>
    /// <value>0.</value>
    public double EvictionsPerNodeHour { get; init; }

    /// <summary>The share of notices that are withdrawn before their time, from 0 to 1.</summary>
    /// <value>0.</value>
    public double WithdrawnNotices { get; init; }

    /// <summary>How far the price goes up and down around that of the list, as a share of it from 0 to 0.9.</summary>
    /// <value>0.</value>
    public double PriceSwing { get; init; }

    /// <summary>The virtual CPUs of a family that are to be had, on average over time. Machines beyond what there is are taken.</summary>
    /// <value><see langword="null"/>: as many as quota allows.</value>
    public int? VirtualCpusPerFamily { get; init; }

    /// <summary>How long before it is taken a machine is told.</summary>
    /// <value>30 seconds.</value>
    public TimeSpan Notice { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What then happens to the job.</summary>
    /// <value><see cref="SpotEvictionPolicy.Fail"/>.</value>
    public SpotEvictionPolicy OnEviction { get; init; }

    internal void Validate()
    {
        Check(EvictionsPerNodeHour, 1000);
        Check(WithdrawnNotices, 1);
        Check(PriceSwing, 0.9);
        Check(VirtualCpusPerFamily ?? 0, int.MaxValue);
        Check(Notice.TotalSeconds, int.MaxValue);
    }

    private static void Check(double value, double most, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        if (!(value >= 0 && value <= most))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{name} of a Spot market is {value}, and lies between 0 and {most}."), nameof(value));
        }
    }
}
