namespace ServerlessCompute;

/// <summary>
/// Data of a kind that is known while compiling, on its way into or out of a step: a port of the pipeline, or data itself. What classes of
/// components take and give: where a folder belongs, a table does not compile. Immutable.
/// </summary>
/// <typeparam name="T">The kind: <see cref="UriFolder"/>, for example.</typeparam>
public readonly record struct Port<T>
    where T : IPortKind
{
    private readonly Input? _input;

    private Port(Input input) => _input = input;

    /// <summary>The port or the data, as inputs of steps have it.</summary>
    /// <exception cref="InvalidOperationException">There is none: this is the default value.</exception>
    public Input Input => _input ?? throw new InvalidOperationException("Nothing was given here: this is the default value of a port.");

    /// <summary>Takes a port of the pipeline. One of a registered component, of which only the service knows, is taken on trust.</summary>
    /// <exception cref="ArgumentException">The port is of another kind.</exception>
    public static implicit operator Port<T>(Port port)
    {
        ArgumentNullException.ThrowIfNull(port);
        return port.Type.Value is null || port.Type == T.Type
            ? new Port<T>(port)
            : throw new ArgumentException($"The port '{port.Name}' is a {port.Type}, and a {T.Type} belongs here.", nameof(port));
    }

    /// <summary>Takes data.</summary>
    /// <exception cref="ArgumentException">The data is of another kind.</exception>
    public static implicit operator Port<T>(DataInput data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.Type.Value is null || data.Type.Value == T.Type.Value
            ? new Port<T>(data)
            : throw new ArgumentException($"The data is a {data.Type}, and a {T.Type} belongs here.", nameof(data));
    }

    /// <summary>Gives it to a step whose inputs are not known while compiling, or into the hole of a command.</summary>
    public static implicit operator Input(Port<T> port) => port.Input;

    /// <summary>Gives the port of the pipeline, for an output of it.</summary>
    /// <exception cref="InvalidOperationException">This is data, not a port.</exception>
    public static implicit operator Port(Port<T> port) => port.Input as Port ?? throw new InvalidOperationException("This is data, not a part of a pipeline.");

    /// <summary>What is given; empty for the default value.</summary>
    public override string ToString() => _input?.ToString() ?? "";
}
