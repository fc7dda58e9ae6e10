namespace ServerlessCompute;

/// <summary>What a sweep knows of one of its trials.</summary>
internal sealed class SweptTrial(int number, double[] point, IReadOnlyList<KeyValuePair<string, string>> values)
{
    public int Number { get; } = number;

    /// <summary>Where it is in the unit cube.</summary>
    public double[] Point { get; } = point;

    /// <summary>Its parameters: name and JSON.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Values { get; } = values;

    public JobRecord? Job { get; set; }

    /// <summary>The primary metric as it was reported, one value for each report.</summary>
    public List<double> Reports { get; } = [];

    /// <summary>Set once the trial is over and reported something: its best value.</summary>
    public double? Result { get; set; }

    /// <summary>Whether a policy ended it early.</summary>
    public bool WasEndedEarly { get; set; }

    /// <summary>The best value so far, or null.</summary>
    public double? Best(bool maximizes) => Reports.Count == 0 ? null : maximizes ? Reports.Max() : Reports.Min();
}
