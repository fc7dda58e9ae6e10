namespace ServerlessCompute;

/// <summary>The table of what time series are, and how far they are forecast.</summary>
internal static class ForecastingTables
{
    private static readonly AutoOrNumberForm _number = new();

    private static readonly ListForm<string> _columns = new(Forms.Text, takesOne: true);

    public static ValueForm<ForecastingSettings> Settings { get; } = new Shape<ForecastingSettings>(new())
        .Add("timeColumnName", Forms.Text, f => f.TimeColumnName, (f, v) => f with { TimeColumnName = v })
        .Add("timeSeriesIdColumnNames", _columns, f => f.TimeSeriesIdColumnNames, (f, v) => f with { TimeSeriesIdColumnNames = v })
        .Add("forecastHorizon", _number, f => f.ForecastHorizon, (f, v) => f with { ForecastHorizon = v })
        .Add("frequency", Forms.Text, f => f.Frequency, (f, v) => f with { Frequency = v })
        .Add("targetLags", new TargetLagsForm(), f => f.TargetLags, (f, v) => f with { TargetLags = v })
        .Add("targetRollingWindowSize", _number, f => f.TargetRollingWindowSize, (f, v) => f with { TargetRollingWindowSize = v })
        .Add("seasonality", _number, f => f.Seasonality, (f, v) => f with { Seasonality = v })
        .Add("featureLags", AutoMlWords.FeatureLags, f => f.FeatureLags, (f, v) => f with { FeatureLags = v })
        .Add("useStl", AutoMlWords.UseStl, f => f.UseStl, (f, v) => f with { UseStl = v })
        .Add("shortSeriesHandlingConfig", AutoMlWords.ShortSeriesHandlingConfiguration, f => f.ShortSeriesHandlingConfig, (f, v) => f with { ShortSeriesHandlingConfig = v })
        .Add("targetAggregateFunction", AutoMlWords.TargetAggregationFunction, f => f.TargetAggregateFunction, (f, v) => f with { TargetAggregateFunction = v })
        .Add("countryOrRegionForHolidays", Forms.Text, f => f.CountryOrRegionForHolidays, (f, v) => f with { CountryOrRegionForHolidays = v })
        .Add("cvStepSize", Forms.Integer, f => f.CvStepSize, (f, v) => f with { CvStepSize = v })
        .Add("featuresUnknownAtForecastTime", _columns, f => f.FeaturesUnknownAtForecastTime, (f, v) => f with { FeaturesUnknownAtForecastTime = v });
}
