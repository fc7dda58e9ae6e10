using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>The job's own name, and the names it is listed under.</summary>
internal static class NamingRules
{
    private const int LongestExperimentName = 256;

    public static void Check(Job job, JobReport report)
    {
        if (job.Name is { } name && !NameForm.IsResource(name))
        {
            string why = name.Length > 255 ? $"has {name.Length} characters, and 255 is the most" : "is not made of letters, digits, hyphens and underscores, beginning with a letter or digit";
            report.Add(JobNameForm, nameof(Job.Name), $"The name {Shown.Value(name)} {why}.", "Write .WithName(\"train-iris-1\"), or leave it null: a fresh name is then made. Any text may be in DisplayName.");
        }

        CheckExperiment(job.ExperimentName, report);
        if (job.DisplayName is { } displayName && string.IsNullOrWhiteSpace(displayName))
        {
            report.Add(DisplayNameBlank, nameof(Job.DisplayName), "The display name is blank.", "Leave it null: the studio then shows the job's name.");
        }
    }

    private static void CheckExperiment(string? experiment, JobReport report)
    {
        const string Place = nameof(Job.ExperimentName);
        if (experiment is null)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(experiment) || experiment.Length > LongestExperimentName)
        {
            report.Add(
                ExperimentNameLength,
                Place,
                string.IsNullOrWhiteSpace(experiment) ? "The experiment's name is blank." : $"The experiment's name has {experiment.Length} characters, and {LongestExperimentName} is the most.",
                "Write .WithExperimentName(\"iris\"), or leave it null: the service then takes 'Default'.");
        }
        else if (!NameForm.IsResource(experiment, LongestExperimentName))
        {
            // Recorded: a pipeline was accepted in an experiment with blanks in its name. Run history refuses the form elsewhere.
            report.Add(ExperimentNameForm, Place, $"The experiment's name {Shown.Value(experiment)} is not made of letters, digits, hyphens and underscores, beginning with a letter or digit; parts of the service refuse it.", "Write .WithExperimentName(\"iris-classification\").");
        }
    }
}
