namespace ServerlessCompute;

/// <summary>What flows in and out of a job, whatever its kind.</summary>
internal static class JobFlow
{
    public static ValueMap<Input> Inputs(Job job) => job switch
    {
        CommandJob command => command.AllInputs,
        SweepJob sweep => sweep.AllInputs,
        SparkJob spark => spark.AllInputs,
        PipelineJob pipeline => pipeline.Inputs,
        _ => ValueMap<Input>.Empty,
    };

    public static ValueMap<Output> Outputs(Job job) => job switch
    {
        CommandJob command => command.AllOutputs,
        SweepJob sweep => sweep.AllOutputs,
        SparkJob spark => spark.AllOutputs,
        AutoMlJob autoMl => autoMl.Outputs,
        PipelineJob pipeline => pipeline.Outputs,
        _ => ValueMap<Output>.Empty,
    };

    /// <summary>All inputs as they were given: ports are still ports.</summary>
    public static IEnumerable<Input> Given(Job job) => job switch
    {
        CommandJob command => Given(command.Command, command.Inputs),
        SweepJob sweep => Given(sweep.Trial.Command, sweep.Inputs),
        SparkJob spark => Given(spark.Args, spark.Inputs),
        PipelineJob pipeline => pipeline.Inputs.Values,
        _ => [],
    };

    private static IEnumerable<Input> Given(CommandText command, ValueMap<Input> others) =>
        command.Holes.Select(hole => hole.Input).OfType<Input>().Concat(others.Values);
}
