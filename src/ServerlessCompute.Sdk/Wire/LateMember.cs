namespace ServerlessCompute;

/// <summary>Finds the late members that a job carries: as properties of its own, or among those that were kept as they came.</summary>
internal static class LateMember
{
    public static LateMembers Of(Job job)
    {
        LateMembers members = OfType(job.JobType)
            | When(job.AdditionalProperties, "parentJobName", LateMembers.ParentJob)
            | When(job.AdditionalProperties, "secretsConfiguration", LateMembers.JobSecrets)
            | When(job.AdditionalProperties, "autologgerSettings", LateMembers.Autologger);
        return job is CommandJob command ? members | Of(command) : members;
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
        LateMembers.PathOnCompute => "pathOnCompute",
        LateMembers.OutputLifetime => "outputs.*.autoDeleteSetting",
        LateMembers.JobSecrets => "secretsConfiguration",
        LateMembers.Autologger => "autologgerSettings",
        LateMembers.ParentJob => "parentJobName",
        LateMembers.FineTuning => "jobType (FineTuning)",
        LateMembers.Distillation => "jobType (Distillation)",
        _ => member.ToString(),
    };

    private static LateMembers OfType(JobType type) => type.Value switch
    {
        JobType.Values.FineTuning => LateMembers.FineTuning,
        "Distillation" => LateMembers.Distillation,
        _ => LateMembers.None,
    };

    private static LateMembers Of(CommandJob job)
    {
        LateMembers members = job.Distribution is RayDistribution ? LateMembers.Ray : LateMembers.None;
        if (job.QueueSettings?.Priority is not null)
        {
            members |= LateMembers.Priority;
        }

        if (job.Resources is { } resources)
        {
            members |= resources.DockerArgsList.Count > 0 ? LateMembers.DockerArgsList : LateMembers.None;
            members |= When(resources.AdditionalProperties, "locations", LateMembers.Elasticity);
            members |= When(resources.AdditionalProperties, "maxInstanceCount", LateMembers.Elasticity);
        }

        foreach (ref readonly KeyValuePair<string, Input> input in job.AllInputs.Entries)
        {
            members |= When(input.Value.AdditionalProperties, "pathOnCompute", LateMembers.PathOnCompute);
        }

        foreach (ref readonly KeyValuePair<string, Output> output in job.AllOutputs.Entries)
        {
            members |= Of(output.Value);
        }

        return members;
    }

    private static LateMembers Of(Output output) =>
        (output.AssetName is null ? LateMembers.None : LateMembers.OutputName)
        | (output.AssetVersion is null ? LateMembers.None : LateMembers.OutputVersion)
        | When(output.AdditionalProperties, "pathOnCompute", LateMembers.PathOnCompute)
        | When(output.AdditionalProperties, "autoDeleteSetting", LateMembers.OutputLifetime);

    private static LateMembers When(ValueMap<RawJson> members, string name, LateMembers member) =>
        members.Count > 0 && members.ContainsKey(name) ? member : LateMembers.None;
}
