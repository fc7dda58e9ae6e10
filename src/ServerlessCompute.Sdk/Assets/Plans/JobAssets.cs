namespace ServerlessCompute;

/// <summary>Knows, for each kind of job, where its assets are. The only place to change when a kind of job is added.</summary>
internal static class JobAssets
{
    /// <summary>The job with everything replaced that the visitor replaces; the same object when it replaces nothing.</summary>
    public static Job Visit(Job job, IAssetVisitor visitor) => job switch
    {
        CommandJob command => Visit(command, visitor),
        _ => job,
    };

    private static CommandJob Visit(CommandJob job, IAssetVisitor visitor)
    {
        AssetPath? code = job.Code is null ? null : visitor.VisitCode(job.Code);
        JobEnvironment? environment = job.Environment is null ? null : visitor.VisitEnvironment(job.Environment);
        ValueMap<Input> inputs = Visit(job.AllInputs, visitor);
        ValueMap<EnvironmentValue> variables = visitor.VisitVariables(job.EnvironmentVariables);
        if (ReferenceEquals(code, job.Code)
            && ReferenceEquals(environment, job.Environment)
            && ReferenceEquals(inputs, job.AllInputs)
            && ReferenceEquals(variables, job.EnvironmentVariables))
        {
            return job;
        }

        CommandJob resolved = job with { Code = code, Environment = environment, EnvironmentVariables = variables };

        // Inputs in the command's holes are what they are; as text with a map beside it, the command says the same and can be changed.
        return ReferenceEquals(inputs, job.AllInputs)
            ? resolved
            : resolved with { Command = job.Command.Text, Inputs = inputs, Outputs = job.AllOutputs };
    }

    private static ValueMap<Input> Visit(ValueMap<Input> inputs, IAssetVisitor visitor)
    {
        ValueMap<Input> result = inputs;
        foreach ((string name, Input input) in inputs)
        {
            if (input is DataInput data && visitor.VisitData(data) is var visited && !ReferenceEquals(visited, data))
            {
                result = result.With(name, visited);
            }
        }

        return result;
    }
}
