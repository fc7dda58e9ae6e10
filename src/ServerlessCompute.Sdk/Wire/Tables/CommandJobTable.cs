namespace ServerlessCompute;

/// <summary>The members that only a <see cref="CommandJob"/> has. Their REST is written by hand: command jobs are the many and the fast.</summary>
internal static class CommandJobTable
{
    private const string ParentJob = "parentJobName";

    public static void Fill(Shape<CommandJob> shape) => shape
        .Add(MemberNames.NotRest("command"), SoftwareTables.Command, j => j.Command, (j, v) => j with { Command = v }, required: true)
        .Add(MemberNames.NotRest("code"), Forms.Path, j => j.Code, (j, v) => j with { Code = v })
        .Add(MemberNames.NotRest("environment"), SoftwareTables.Environment, j => j.Environment, (j, v) => j with { Environment = v }, required: true)
        .Add(MemberNames.NotRest("inputs"), DataTables.Inputs, j => j.AllInputs, (j, v) => j with { Inputs = v }, property: nameof(CommandJob.Inputs))
        .Add(MemberNames.NotRest("outputs"), DataTables.Outputs, j => j.AllOutputs, (j, v) => j with { Outputs = v }, property: nameof(CommandJob.Outputs))
        .Add(MemberNames.NotRest("environment_variables"), SoftwareTables.Variables, j => j.EnvironmentVariables, (j, v) => j with { EnvironmentVariables = v })
        .Add(MemberNames.NotRest("resources"), ComputeTables.Resources, j => j.Resources, (j, v) => j with { Resources = v })
        .Add(MemberNames.NotRest("queue_settings"), ComputeTables.QueueSettings, j => j.QueueSettings, (j, v) => j with { QueueSettings = v })
        .Add(MemberNames.NotRest("distribution"), DistributionTables.Distribution, j => j.Distribution, (j, v) => j with { Distribution = v })
        .Add(MemberNames.NotRest("limits"), ComputeTables.CommandLimits, j => j.Limits, (j, v) => j with { Limits = v })
        .Add(MemberNames.YamlOnly("parent_job_name"), Forms.Text, j => Parent(j), (j, v) => j with { AdditionalProperties = j.AdditionalProperties.With(ParentJob, v) }, property: "")
        .Ignore("parameters")
        .WithMend(ComponentMend.Expand)
        .WithMend(JobMends.LocalCompute)
        .WithMend(JobMends.DoubleBraces);

    private static string? Parent(CommandJob job) => job.AdditionalProperties.TryGetValue(ParentJob, out RawJson parent) ? parent.Text : null;
}
