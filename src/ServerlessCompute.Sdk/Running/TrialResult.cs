using System.Globalization;

namespace ServerlessCompute;

/// <summary>What became of one trial of a sweep. Immutable; can be made in tests.</summary>
public sealed record TrialResult
{
    /// <summary>The trial as a job of its own: its handle, status and times.</summary>
    public required JobChild Trial { get; init; }

    /// <summary>The values that were drawn for it, by the name of the hyperparameter.</summary>
    public ValueMap<RawJson> Parameters { get; init; } = ValueMap<RawJson>.Empty;

    /// <summary>The best value of the sweep's primary metric that it logged; null when it logged none.</summary>
    public double? Metric { get; init; }

    /// <summary>Whether it is the best of its sweep so far.</summary>
    public bool IsBest { get; init; }

    /// <summary>Name, status, metric and parameters in a line.</summary>
    public override string ToString()
    {
        string metric = Metric is { } value ? value.ToString("G6", CultureInfo.InvariantCulture) : "-";
        return $"{Trial.Name}: {Trial.Status}, {metric}, {Parameters}";
    }
}
