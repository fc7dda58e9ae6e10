using System.Globalization;
using System.Text.Json;
using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>What AutoML searches among the settings of its models, and how.</summary>
internal static class TuningRules
{
    private const string Sweep = nameof(AutoMlTextJob.SweepSettings);
    private const string SearchSpace = nameof(AutoMlTextJob.SearchSpace);

    public static void Check(AutoMlSweepSettings? sweep, IEnumerable<TuningSpace> spaces, bool hasSpaces, JobReport report)
    {
        var searched = new List<(string Path, SearchSpace Space)>();
        foreach (TuningSpace space in spaces)
        {
            AdditionalPropertyRules.Check(space.Part, space.Path, report);
            foreach (TuningSetting setting in space.Settings.Where(setting => setting.Value is not null))
            {
                string path = $"{space.Path}.{setting.Name}";
                CheckSetting(setting, path, report);
                if (setting.Value!.Space is { } distribution)
                {
                    searched.Add((path, distribution));
                }
            }
        }

        if (sweep is null)
        {
            if (hasSpaces)
            {
                report.Add(SearchWithoutSweep, SearchSpace, "There is a search space, and nothing says how the service goes through it.", "Say it: .WithSweepSettings(SamplingAlgorithmType.Random).");
            }

            return;
        }

        if (!hasSpaces)
        {
            report.Add(SearchWithoutSweep, Sweep, "The settings say how a search space is gone through, and there is none.", "Add one with .AddSearchSpace(…), or leave the settings out.");
        }

        CheckSweep(sweep, searched, report);
        AdditionalPropertyRules.Check(sweep, Sweep, report);
    }

    private static void CheckSweep(AutoMlSweepSettings sweep, List<(string Path, SearchSpace Space)> searched, JobReport report)
    {
        const string Sampling = $"{Sweep}.{nameof(AutoMlSweepSettings.SamplingAlgorithm)}";
        if (sweep.SamplingAlgorithm.Value is null)
        {
            report.Add(SamplingMissing, Sampling, "The settings do not say how values are drawn.", "Write .WithSweepSettings(SamplingAlgorithmType.Random).");
        }

        AutoMlWordRules.Check(sweep.SamplingAlgorithm, Sampling, report);
        foreach ((string path, SearchSpace space) in searched)
        {
            if (sweep.SamplingAlgorithm == SamplingAlgorithmType.Grid)
            {
                SamplingRules.CheckGrid(space, path, report);
            }
            else if (sweep.SamplingAlgorithm == SamplingAlgorithmType.Bayesian)
            {
                SamplingRules.CheckBayesian(space, path, report);
            }
        }

        if (sweep.EarlyTermination is { } policy)
        {
            const string Place = $"{Sweep}.{nameof(AutoMlSweepSettings.EarlyTermination)}";
            if (sweep.SamplingAlgorithm == SamplingAlgorithmType.Bayesian)
            {
                SamplingRules.AdviseAgainst(Place, report);
            }

            SamplingRules.CheckPolicy(policy, Place, report);
            AdditionalPropertyRules.Check(policy, Place, report);
        }
    }

    private static void CheckSetting(TuningSetting setting, string path, JobReport report)
    {
        SearchValue value = setting.Value!;
        if (value.Space is ChoiceSearchSpace choice)
        {
            SearchSpaceRules.Check(choice, path, report);
            foreach ((SearchValue item, string place) in report.Items(choice.Values, $"{path}.{nameof(ChoiceSearchSpace.Values)}"))
            {
                if (!Takes(setting.Form, item))
                {
                    AddUnfit(setting, place, report);
                }
            }
        }
        else if (value.Space is { } space)
        {
            bool isFit = setting.Form switch
            {
                TuningSettingForm.Number => true,
                TuningSettingForm.WholeNumber => space is RandintSearchSpace or QUniformSearchSpace or QNormalSearchSpace,
                _ => false,
            };
            if (isFit)
            {
                SearchSpaceRules.Check(space, path, report);
            }
            else
            {
                report.Add(
                    TuningUnfit,
                    path,
                    $"{setting.Name} is {Described(setting.Form)}, and {Shown.Value(space.Kind)} draws none.",
                    setting.Form == TuningSettingForm.WholeNumber ? "Use Search.Choice, Search.Randint, Search.QUniform or Search.QNormal." : "Use Search.Choice.");
            }
        }
        else if (!Takes(setting.Form, value) && !report.IsFromService)
        {
            AddUnfit(setting, path, report);
        }
    }

    private static void AddUnfit(TuningSetting setting, string path, JobReport report) =>
        report.Add(TuningUnfit, path, $"{setting.Name} is {Described(setting.Form)}.", "Give it such a value, or a choice of some.");

    private static string Described(TuningSettingForm form) => form switch
    {
        TuningSettingForm.Number => "a number",
        TuningSettingForm.WholeNumber => "a whole number",
        TuningSettingForm.Flag => "true or false",
        _ => "a text",
    };

    private static bool Takes(TuningSettingForm form, SearchValue value)
    {
        if (value.Branch is not null || value.Space is not null || value.Constant.IsNull)
        {
            return false;
        }

        JsonElement constant = JsonElement.Parse(value.Constant.ToString());
        return form switch
        {
            TuningSettingForm.Text => constant.ValueKind == JsonValueKind.String,
            TuningSettingForm.Flag => constant.ValueKind is JsonValueKind.True or JsonValueKind.False,
            TuningSettingForm.WholeNumber => constant.ValueKind == JsonValueKind.Number && double.IsInteger(constant.GetDouble()),
            _ => constant.ValueKind == JsonValueKind.Number || (constant.ValueKind == JsonValueKind.String && double.TryParse(constant.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out _)),
        };
    }
}
