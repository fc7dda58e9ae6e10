using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>A forecast: where its time is, how far it goes, what its features are.</summary>
internal static class ForecastingRules
{
    private const string Place = nameof(ForecastingJob.ForecastingSettings);

    public static void Check(ForecastingSettings? settings, JobReport report)
    {
        if (string.IsNullOrWhiteSpace(settings?.TimeColumnName))
        {
            report.Add(
                ForecastTimeMissing,
                settings is null ? Place : $"{Place}.{nameof(ForecastingSettings.TimeColumnName)}",
                "The job does not say which column has the time, and the service wants to know.",
                "Name it: .WithForecastingSettings(new ForecastingSettings { TimeColumnName = \"day\" }).");
        }

        if (settings is null)
        {
            return;
        }

        CheckPeriods(settings.ForecastHorizon?.Number, nameof(settings.ForecastHorizon), report);
        CheckPeriods(settings.TargetRollingWindowSize?.Number, nameof(settings.TargetRollingWindowSize), report);
        CheckPeriods(settings.Seasonality?.Number, nameof(settings.Seasonality), report);
        CheckPeriods(settings.CvStepSize, nameof(settings.CvStepSize), report);
        if (settings.TargetLags is { } lags)
        {
            foreach ((int lag, string path) in report.Items(lags.Values, $"{Place}.{nameof(settings.TargetLags)}.{nameof(lags.Values)}"))
            {
                CheckPeriods(lag, path[(Place.Length + 1)..], report);
            }
        }

        CheckWords(settings, report);
        if (settings.CountryOrRegionForHolidays is { } country && !(country.Length == 2 && country.All(char.IsAsciiLetter)))
        {
            report.Add(LanguageForm, $"{Place}.{nameof(settings.CountryOrRegionForHolidays)}", $"{Shown.Value(country)} is no country or region in two letters.", "Write the code of ISO 3166: US, GB, DE.");
        }

        _ = report.Items(settings.TimeSeriesIdColumnNames, $"{Place}.{nameof(settings.TimeSeriesIdColumnNames)}").Count();
        _ = report.Items(settings.FeaturesUnknownAtForecastTime, $"{Place}.{nameof(settings.FeaturesUnknownAtForecastTime)}").Count();
        AdditionalPropertyRules.Check(settings, Place, report);
    }

    private static void CheckWords(ForecastingSettings settings, JobReport report)
    {
        AutoMlWordRules.Check(settings.FeatureLags, $"{Place}.{nameof(settings.FeatureLags)}", report);
        AutoMlWordRules.Check(settings.UseStl, $"{Place}.{nameof(settings.UseStl)}", report);
        AutoMlWordRules.Check(settings.ShortSeriesHandlingConfig, $"{Place}.{nameof(settings.ShortSeriesHandlingConfig)}", report);
        AutoMlWordRules.Check(settings.TargetAggregateFunction, $"{Place}.{nameof(settings.TargetAggregateFunction)}", report);
        if (settings.TargetAggregateFunction is { Value: not null, IsKnown: true } function && function != TargetAggregationFunction.None && settings.Frequency is null)
        {
            report.Add(
                FrequencyMissing,
                $"{Place}.{nameof(settings.TargetAggregateFunction)}",
                "Target values that fall into one period are put together, and nothing says what a period is.",
                "Say it, for example Frequency = \"D\".");
        }
    }

    private static void CheckPeriods(int? periods, string member, JobReport report)
    {
        if (periods < 1)
        {
            report.Add(ForecastRange, $"{Place}.{member}", $"The number of periods is {periods}.", "Give 1 or more.");
        }
    }
}
