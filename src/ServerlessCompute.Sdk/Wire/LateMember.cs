namespace ServerlessCompute;

/// <summary>Finds the late members that a job carries: as properties of its own, or among those that were kept as they came.</summary>
internal static class LateMember
{
    public static LateMembers Of(Job job)
    {
        LateMembers members = OfType(job.JobType)
            | When(job.AdditionalProperties, "parentJobName", LateMembers.ParentJob)
            | When(job.AdditionalProperties, "secretsConfiguration", LateMembers.JobSecrets)
            | When(job.AdditionalProperties, "autologgerSettings", LateMembers.Autologger)
            | (job is SweepJob { SamplingAlgorithm: RandomSampling { Logbase: not null } } ? LateMembers.Logbase : LateMembers.None);
        var parts = new Gatherer();
        job.Visit(parts);
        return members | parts.Found | OfAutoMl(job);
    }

    /// <summary>Where the member stands, for messages.</summary>
    public static string Path(LateMembers member) => member switch
    {
        LateMembers.OutputName => "outputs.*.assetName",
        LateMembers.OutputVersion => "outputs.*.assetVersion",
        LateMembers.DockerArgsList => "resources.dockerArgsList",
        LateMembers.Priority => "queueSettings.priority",
        LateMembers.Ray => "distribution (Ray)",
        LateMembers.Elasticity => "resources.locations, resources.maxInstanceCount",
        LateMembers.PathOnCompute => "outputs.*.pathOnCompute",
        LateMembers.OutputLifetime => "outputs.*.autoDeleteSetting",
        LateMembers.JobSecrets => "secretsConfiguration",
        LateMembers.Autologger => "autologgerSettings",
        LateMembers.ParentJob => "parentJobName",
        LateMembers.FineTuning => "jobType (FineTuning)",
        LateMembers.Distillation => "jobType (Distillation)",
        LateMembers.Logbase => "samplingAlgorithm.logbase",
        LateMembers.InputPathOnCompute => "inputs.*.pathOnCompute",
        LateMembers.AutoMlNodes => "taskDetails.limitSettings.maxNodes",
        LateMembers.AutoMlTrialTimeout => "taskDetails.limitSettings.trialTimeout",
        LateMembers.AutoMlTrainingMode => "taskDetails.trainingSettings.trainingMode",
        LateMembers.AutoMlUnknownFeatures => "taskDetails.forecastingSettings.featuresUnknownAtForecastTime",
        LateMembers.AutoMlTextTuning => "taskDetails.fixedParameters, taskDetails.searchSpace, taskDetails.sweepSettings",
        LateMembers.AutoMlTrainingLogs => "taskDetails.modelSettings.logTrainingMetrics, taskDetails.modelSettings.logValidationLoss",
        _ => member.ToString(),
    };

    private static LateMembers OfType(JobType type) => type.Value switch
    {
        JobType.Values.FineTuning => LateMembers.FineTuning,
        "Distillation" => LateMembers.Distillation,
        _ => LateMembers.None,
    };

    private static LateMembers OfAutoMl(Job job) => job switch
    {
        AutoMlTabularJob tabular => When(tabular.Limits?.MaxNodes is not null, LateMembers.AutoMlNodes)
            | When(tabular.AnyTraining is { TrainingMode.Value: not null }, LateMembers.AutoMlTrainingMode)
            | When(tabular is ForecastingJob { ForecastingSettings.FeaturesUnknownAtForecastTime.Count: > 0 }, LateMembers.AutoMlUnknownFeatures),
        AutoMlTextJob text => When(text.Limits?.MaxNodes is not null, LateMembers.AutoMlNodes)
            | When(text.Limits?.TrialTimeout is not null, LateMembers.AutoMlTrialTimeout)
            | When(text.TrainingParameters is not null || text.SweepSettings is not null || text.SearchSpace.Count > 0, LateMembers.AutoMlTextTuning),
        AutoMlImageDetectorJob { TrainingParameters: { } parameters } =>
            When(parameters.LogTrainingMetrics.Value is not null || parameters.LogValidationLoss.Value is not null, LateMembers.AutoMlTrainingLogs),
        _ => LateMembers.None,
    };

    private static LateMembers When(bool isThere, LateMembers member) => isThere ? member : LateMembers.None;

    private static LateMembers When(ValueMap<RawJson> members, string name, LateMembers member) =>
        members.Count > 0 && members.ContainsKey(name) ? member : LateMembers.None;

    /// <summary>Gathers what the parts of a job carry. What flows through a pipeline's steps is in no contract, whatever its version.</summary>
    private sealed class Gatherer : JobVisitor
    {
        private const string Steps = "jobs.";

        public LateMembers Found { get; private set; }

        public override Input Input(string place, Input input)
        {
            Found |= IsInStep(place) ? LateMembers.None : When(input.AdditionalProperties, "pathOnCompute", LateMembers.InputPathOnCompute);
            return input;
        }

        public override Output Output(string place, Output output)
        {
            Found |= IsInStep(place)
                ? LateMembers.None
                : (output.AssetName is null ? LateMembers.None : LateMembers.OutputName)
                    | (output.AssetVersion is null ? LateMembers.None : LateMembers.OutputVersion)
                    | When(output.AdditionalProperties, "pathOnCompute", LateMembers.PathOnCompute)
                    | When(output.AdditionalProperties, "autoDeleteSetting", LateMembers.OutputLifetime);
            return output;
        }

        public override ResourceConfiguration Resources(string place, ResourceConfiguration resources)
        {
            Found |= (resources.DockerArgsList.Count > 0 ? LateMembers.DockerArgsList : LateMembers.None)
                | When(resources.AdditionalProperties, "locations", LateMembers.Elasticity)
                | When(resources.AdditionalProperties, "maxInstanceCount", LateMembers.Elasticity);
            return resources;
        }

        public override QueueSettings Queue(string place, QueueSettings settings)
        {
            Found |= settings.Priority is null ? LateMembers.None : LateMembers.Priority;
            return settings;
        }

        public override Distribution Distribution(string place, Distribution distribution)
        {
            Found |= distribution is RayDistribution ? LateMembers.Ray : LateMembers.None;
            return distribution;
        }

        private static bool IsInStep(string place) => place.StartsWith(Steps, StringComparison.Ordinal);
    }
}
