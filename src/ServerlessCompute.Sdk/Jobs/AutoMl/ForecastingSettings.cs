namespace ServerlessCompute;

/// <summary>What the time series are, and how far they are forecast. Immutable.</summary>
public sealed record ForecastingSettings : JobPart
{
    /// <summary>The column with the time.</summary>
    public string? TimeColumnName { get; init; }

    /// <summary>The columns that tell the series of a table apart.</summary>
    /// <value>Empty: the table is one series.</value>
    public ValueList<string> TimeSeriesIdColumnNames { get; init; } = ValueList<string>.Empty;

    /// <summary>How many periods are forecast.</summary>
    /// <value>Null: the service takes 1.</value>
    public AutoOrNumber? ForecastHorizon { get; init; }

    /// <summary>The period, as pandas writes it: <c>D</c>, <c>H</c>, <c>W-THU</c>.</summary>
    /// <value>Null: that of the data.</value>
    public string? Frequency { get; init; }

    /// <summary>By how many periods the target is lagged to make features.</summary>
    /// <value>Null: it is not.</value>
    public TargetLags? TargetLags { get; init; }

    /// <summary>Over how many periods the target is averaged to make features.</summary>
    /// <value>Null: it is not.</value>
    public AutoOrNumber? TargetRollingWindowSize { get; init; }

    /// <summary>The number of periods in a season.</summary>
    /// <value>Null: the service finds out.</value>
    public AutoOrNumber? Seasonality { get; init; }

    /// <summary>Whether numeric columns are lagged, too.</summary>
    public FeatureLags FeatureLags { get; init; }

    /// <summary>Which parts of the target's decomposition are features.</summary>
    public UseStl UseStl { get; init; }

    /// <summary>What becomes of series that are too short.</summary>
    /// <value>Unset: the service takes Auto.</value>
    public ShortSeriesHandlingConfiguration ShortSeriesHandlingConfig { get; init; }

    /// <summary>How target values that fall into one period are put together; wants a <see cref="Frequency"/>.</summary>
    public TargetAggregationFunction TargetAggregateFunction { get; init; }

    /// <summary>The country or region whose holidays are features: two letters of ISO 3166.</summary>
    public string? CountryOrRegionForHolidays { get; init; }

    /// <summary>The number of periods between the folds of cross-validation.</summary>
    public int? CvStepSize { get; init; }

    /// <summary>Columns whose values are not known ahead (known to preview versions of the contract only).</summary>
    public ValueList<string> FeaturesUnknownAtForecastTime { get; init; } = ValueList<string>.Empty;
}
