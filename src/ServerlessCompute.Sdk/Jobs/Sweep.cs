namespace ServerlessCompute;

/// <summary>Starts sweeps.</summary>
public static class Sweep
{
    /// <summary>
    /// Trials of a command. Its search spaces, in the command's holes or added by name, say what differs between them. What the command
    /// says about its code, software and machines holds for each trial, its time limit too; names, tags, identity, inputs, outputs and the
    /// queue are the sweep's.
    /// </summary>
    /// <example><code>Sweep.Over(Command.Run($"python train.py --lr {Search.Uniform(0.01, 0.1).Named("lr")}"))</code></example>
    public static SweepJob Over(CommandJob command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return new SweepJob
        {
            Trial = new SweepTrial
            {
                Command = command.Command,
                Code = command.Code,
                Environment = command.Environment,
                EnvironmentVariables = command.EnvironmentVariables,
                Distribution = command.Distribution,
                Resources = command.Resources,
            },
            Inputs = command.Inputs,
            Outputs = command.Outputs,
            QueueSettings = command.QueueSettings,
            Limits = command.Limits is null ? null : new SweepJobLimits { TrialTimeout = command.Limits.Timeout, AdditionalProperties = command.Limits.AdditionalProperties },
            Name = command.Name,
            DisplayName = command.DisplayName,
            Description = command.Description,
            ExperimentName = command.ExperimentName,
            Tags = command.Tags,
            Properties = command.Properties,
            Identity = command.Identity,
            Services = command.Services,
            NotificationSettings = command.NotificationSettings,
            Compute = command.Compute,
            ComponentId = command.ComponentId,
            IsArchived = command.IsArchived,
            AdditionalProperties = command.AdditionalProperties,
        };
    }
}
