namespace ServerlessCompute;

/// <summary>A step that runs a command. Immutable.</summary>
public sealed partial record CommandStep : ComponentStep
{
    /// <inheritdoc/>
    public override string Kind => "command";

    /// <summary>The machines.</summary>
    /// <value>Null: what the component says.</value>
    public ResourceConfiguration? Resources { get; init; }

    /// <summary>The tier and the priority.</summary>
    /// <value>Null: Standard.</value>
    public QueueSettings? QueueSettings { get; init; }

    /// <summary>How processes on several nodes find each other.</summary>
    /// <value>Null: what the component says.</value>
    public Distribution? Distribution { get; init; }

    /// <summary>When the step is ended.</summary>
    public CommandJobLimits? Limits { get; init; }

    /// <summary>Environment variables of the command.</summary>
    public ValueMap<EnvironmentValue> EnvironmentVariables { get; init; } = ValueMap<EnvironmentValue>.Empty;

    /// <summary>Interactive services beside the command, by a name of your choice.</summary>
    public ValueMap<JobService> Services { get; init; } = ValueMap<JobService>.Empty;

    /// <summary>As whom the step runs.</summary>
    /// <value>Null: as the pipeline does.</value>
    public IdentityConfiguration? Identity { get; init; }

    internal override ComponentStep VisitOwn(string place, JobVisitor visitor)
    {
        ValueMap<EnvironmentValue> variables = visitor.Variables($"{place}.environment_variables", EnvironmentVariables);
        return ReferenceEquals(variables, EnvironmentVariables) ? this : this with { EnvironmentVariables = variables };
    }

    private protected override ComponentStep Inherit(Component definition) => definition is CommandComponent command
        ? this with { Resources = Resources ?? command.Resources, Distribution = Distribution ?? command.Distribution }
        : this;
}
