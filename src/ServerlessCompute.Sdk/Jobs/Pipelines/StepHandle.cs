namespace ServerlessCompute;

/// <summary>A step that was added to a pipeline, for later steps to refer to. Good for that pipeline alone.</summary>
public sealed class StepHandle
{
    private readonly PipelineBuilder _owner;
    private readonly Dictionary<string, Port> _ports = new(StringComparer.Ordinal);
    private readonly Dictionary<Output, string> _names = new(ReferenceEqualityComparer.Instance);

    internal StepHandle(PipelineBuilder owner, string name, Job? job)
    {
        _owner = owner;
        Name = name;
        foreach ((string port, Output output) in job is null ? ValueMap<Output>.Empty : JobFlow.Outputs(job))
        {
            _names[output] = port;
        }
    }

    /// <summary>The step's name.</summary>
    public string Name { get; }

    /// <summary>An output of the step, found by the object that its command was given.</summary>
    /// <exception cref="ArgumentException">The step has no such output.</exception>
    public Port this[Output output]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(output);
            return _names.TryGetValue(output, out string? name)
                ? this[name]
                : throw new ArgumentException($"This is no output of the step '{Name}'. Use the variable that stands in its command, or the output's name: {Known()}.", nameof(output));
        }
    }

    /// <summary>An output of the step, by its name.</summary>
    /// <exception cref="ArgumentException">The step's component is known, and has no such output.</exception>
    public Port this[string name]
    {
        get
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(name);
            if (!_ports.TryGetValue(name, out Port? port))
            {
                port = new Port(_owner, name, PipelineReference.ToOutput(Name, name), TypeOf(name));
                _ports.Add(name, port);
            }

            return port;
        }
    }

    internal PipelineBuilder Owner => _owner;

    private ComponentStep? Step => _owner.Step(Name) as ComponentStep;

    private PortType TypeOf(string name) => Step?.Component?.Definition is not { } definition ? default
        : definition.Outputs.TryGetValue(name, out ComponentOutput? output) ? output.Type
        : throw new ArgumentException($"The step '{Name}' has no output '{name}'.{Spelling.DidYouMean(name, definition.Outputs.Keys)} It has {Known()}.", nameof(name));

    private string Known() => Step?.Component?.Definition is not { Outputs: { Count: > 0 } outputs } ? "none" : string.Join(", ", outputs.Keys.Select(name => $"'{name}'"));
}
