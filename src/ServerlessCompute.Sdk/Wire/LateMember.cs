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
        return members | parts.Found;
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
        _ => member.ToString(),
    };

    private static LateMembers OfType(JobType type) => type.Value switch
    {
        JobType.Values.FineTuning => LateMembers.FineTuning,
        "Distillation" => LateMembers.Distillation,
        _ => LateMembers.None,
    };

    private static LateMembers When(ValueMap<RawJson> members, string name, LateMembers member) =>
        members.Count > 0 && members.ContainsKey(name) ? member : LateMembers.None;

    /// <summary>Gathers what the parts of a job carry.</summary>
    private sealed class Gatherer : JobVisitor
    {
        public LateMembers Found { get; private set; }

        public override Input Input(string place, Input input)
        {
            Found |= When(input.AdditionalProperties, "pathOnCompute", LateMembers.InputPathOnCompute);
            return input;
        }

        public override Output Output(string place, Output output)
        {
            Found |= (output.AssetName is null ? LateMembers.None : LateMembers.OutputName)
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
    }
}
