namespace ServerlessCompute;

/// <summary>
/// An input of a pipeline, or an output of one of its steps, as later steps refer to it: in the hole of a command, or as a component's
/// input. Got from a <c>PipelineBuilder</c> or a <c>StepHandle</c>, and good for that pipeline alone. Immutable.
/// </summary>
public sealed record Port : Input
{
    internal Port(object owner, string name, string reference, PortType type)
    {
        Owner = owner;
        Name = name;
        Reference = reference;
        Type = type;
    }

    /// <summary>Takes the port where data belongs that no command refers to: the tables that AutoML reads.</summary>
    public static implicit operator DataInput(Port port)
    {
        ArgumentNullException.ThrowIfNull(port);
        return new DataInput { Type = port.Type.IsLiteral || port.Type.Value is null ? InputType.MLTable : new InputType(port.Type.Value), Path = port.Reference, Mode = port.Mode, Description = port.Description };
    }

    /// <summary>The name of the pipeline's input or the step's output.</summary>
    public string Name { get; }

    /// <summary>The text that stands for it when the pipeline is sent: <c>${{parent.inputs.raw}}</c>.</summary>
    public string Reference { get; }

    /// <summary>What it is; unset when it comes from a registered component, of which only the service knows.</summary>
    public PortType Type { get; }

    /// <summary>How the data reaches the machine.</summary>
    /// <value>Unset: as the component says.</value>
    public InputMode Mode { get; init; }

    /// <summary>The pipeline that it belongs to.</summary>
    internal object Owner { get; }

    internal override Input Plain => Mode.Value is null
        ? new LiteralInput { Value = Reference, AdditionalProperties = AdditionalProperties, Description = Description }
        : new DataInput { Type = default, Path = Reference, Mode = Mode, AdditionalProperties = AdditionalProperties, Description = Description };

    /// <summary>The same port, with another way for its data to reach the machine.</summary>
    public Port WithMode(InputMode mode) => this with { Mode = mode };

    /// <summary>Says that a port was printed where a hole was meant; validation refuses a command that contains it.</summary>
    public override string ToString() => HoleMarker.ForInput($"port {Reference}");
}
