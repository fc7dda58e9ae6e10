using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>An AutoML job: its data, and what every task has. What only some tasks have, the rules of those check.</summary>
internal static class AutoMlRules
{
    public static void Check(AutoMlJob job, JobReport report)
    {
        CheckData(job, report);
        AutoMlWordRules.Check(job.LogVerbosity, nameof(AutoMlJob.LogVerbosity), report);
        switch (job)
        {
            case AutoMlTabularJob tabular:
                AutoMlTabularRules.Check(tabular, report);
                break;
            case AutoMlImageJob image:
                AutoMlImageRules.Check(image, report);
                break;
            case AutoMlTextJob text:
                AutoMlTextRules.Check(text, report);
                break;
        }

        CheckMachines(job, report);
        CheckOutputs(job.Outputs, report);
    }

    /// <summary>A table, or another kind of data where a model goes on from it.</summary>
    public static void CheckData(DataInput? data, string place, InputType type, string fix, JobReport report)
    {
        if (data is null)
        {
            return;
        }

        if (data.Type != type)
        {
            report.Add(AutoMlDataUnfit, $"{place}.{nameof(DataInput.Type)}", data.Type.Value is { } word ? $"The data is a {Shown.Text(word)}, and a {type} belongs here." : "The data has no type.", fix);
        }
        else
        {
            InputRules.CheckData(data, place, report);
        }

        AdditionalPropertyRules.Check(data, place, report);
    }

    public static void CheckTable(DataInput? data, string place, JobReport report) =>
        CheckData(data, place, InputType.MLTable, "Put a file called MLTable beside the data, and write Input.MLTable(path).", report);

    /// <summary>The limits that all tasks have.</summary>
    public static void CheckLimits(AutoMlJob job, int? trials, int? atOnce, TimeSpan? timeout, JobReport report)
    {
        const string Place = nameof(AutoMlTabularJob.Limits);
        CheckCount(trials, $"{Place}.{nameof(TabularLimitSettings.MaxTrials)}", report);
        CheckCount(atOnce, $"{Place}.{nameof(TabularLimitSettings.MaxConcurrentTrials)}", report);
        if (atOnce > trials)
        {
            report.Add(TrialsMoreAtOnce, $"{Place}.{nameof(TabularLimitSettings.MaxConcurrentTrials)}", $"{atOnce} trials at once are asked for, and there are {trials}.", "Ask for as many at once as there are, or fewer.");
        }

        LimitRules.Check(timeout, $"{Place}.{nameof(TabularLimitSettings.Timeout)}", job.QueueSettings, report);
    }

    public static void CheckTrialTimeout(AutoMlJob job, TimeSpan? trial, TimeSpan? timeout, JobReport report)
    {
        const string Place = $"{nameof(AutoMlTabularJob.Limits)}.{nameof(TabularLimitSettings.TrialTimeout)}";
        LimitRules.Check(trial, Place, job.QueueSettings, report);
        if (trial > timeout)
        {
            report.Add(TrialLongerThanAutoMl, Place, $"A trial may run for {trial:c}, and the job ends after {timeout:c}.", "Let the job run longer, or trials shorter.");
        }
    }

    public static void CheckCount(int? count, string place, JobReport report)
    {
        if (count < 1)
        {
            report.Add(AutoMlLimitRange, place, $"The number is {count}.", "Ask for one or more.");
        }
    }

    public static void CheckShare(double? share, string place, JobReport report)
    {
        if (share is { } given && !(given > 0 && given < 1))
        {
            report.Add(ShareRange, place, $"The share is {LiteralFormat.Format(given)}.", "Give a number above 0 and below 1: 0.2 is a fifth of the data.");
        }
    }

    /// <summary>A language in three letters.</summary>
    public static void CheckLanguage(string? language, string place, JobReport report)
    {
        if (language is not null && !(language.Length == 3 && language.All(char.IsAsciiLetter)))
        {
            report.Add(LanguageForm, place, $"{Shown.Value(language)} is no language in three letters.", "Write the code of ISO 639-3: eng for English, deu for German, mul for several.");
        }
    }

    private static void CheckData(AutoMlJob job, JobReport report)
    {
        if (job.TrainingData is null)
        {
            report.Add(AutoMlDataMissing, nameof(AutoMlJob.TrainingData), "The job has no data to learn from.", "Name it: .WithTrainingData(Input.MLTable(\"./train\")).");
        }

        if (job is not TextNerJob && string.IsNullOrWhiteSpace(job.TargetColumnName))
        {
            report.Add(AutoMlTargetMissing, nameof(AutoMlJob.TargetColumnName), "The job does not say which column it predicts.", "Name it: .WithTargetColumnName(\"y\").");
        }

        CheckTable(job.TrainingData, nameof(AutoMlJob.TrainingData), report);
        CheckTable(job.ValidationData, nameof(AutoMlJob.ValidationData), report);
    }

    private static void CheckMachines(AutoMlJob job, JobReport report)
    {
        var view = new CommandView(new CommandJob
        {
            Environment = job.Environment,
            EnvironmentVariables = job.EnvironmentVariables,
            Resources = job.Resources,
            QueueSettings = job.QueueSettings,
            Compute = job.Compute,
        });
        if (job.Environment is not null)
        {
            EnvironmentRules.Check(view, report);
        }

        VariableRules.Check(view, report);
        ResourceRules.Check(view, report);
        QueueRules.Check(view, report);
        AdditionalPropertyRules.Check(view, report);
        if (job is AutoMlImageJob or AutoMlTextJob && job.Resources?.InstanceType is { } size && size.StartsWith("Standard_", StringComparison.OrdinalIgnoreCase) && !size.StartsWith("Standard_N", StringComparison.OrdinalIgnoreCase))
        {
            report.Add(
                GpuMissing,
                $"{nameof(AutoMlJob.Resources)}.{nameof(ResourceConfiguration.InstanceType)}",
                $"Machines of the size {Shown.Value(size)} have no GPU, and training on images or texts takes very long without one.",
                "Name a size of the N series, for example .WithResources(\"Standard_NC6s_v3\"), or none: the service then chooses one with a GPU.");
        }
    }

    private static void CheckOutputs(ValueMap<Output>? outputs, JobReport report)
    {
        const string Place = nameof(AutoMlJob.Outputs);
        foreach ((string name, Output output) in report.Entries(outputs, Place))
        {
            string path = Shown.At(Place, name);
            if (!PipelineReference.IsWhole(output.Path?.Text))
            {
                OutputRules.CheckOutput(output, path, report);
            }

            AdditionalPropertyRules.Check(output, path, report);
        }

        FlowNames.Check(outputs?.Keys.Where(name => !string.IsNullOrWhiteSpace(name)) ?? [], Place, OutputNameForm, OutputNamesCollide, report);
    }
}
