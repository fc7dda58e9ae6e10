namespace ServerlessCompute;

/// <summary>
/// A text, a number or a truth value on its way into a step: said here, or a port of the pipeline. What classes of components take. Immutable.
/// </summary>
/// <typeparam name="T"><see cref="string"/>, <see cref="double"/>, <see cref="long"/> or <see cref="bool"/>.</typeparam>
public readonly record struct StepValue<T>
{
    private readonly Input? _input;

    private StepValue(Input input) => _input = input;

    /// <summary>The value or the port, as inputs of steps have it.</summary>
    /// <exception cref="InvalidOperationException">There is none: this is the default value.</exception>
    public Input Input => _input ?? throw new InvalidOperationException("Nothing was given here: this is the default value of a step's value.");

    /// <summary>Takes a value.</summary>
    public static implicit operator StepValue<T>(T value) => new(new Input<T>(value).Plain);

    /// <summary>Takes a typed input.</summary>
    public static implicit operator StepValue<T>(Input<T> input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return new StepValue<T>(input);
    }

    /// <summary>Takes a port of the pipeline.</summary>
    /// <exception cref="ArgumentException">The port is data.</exception>
    public static implicit operator StepValue<T>(Port port)
    {
        ArgumentNullException.ThrowIfNull(port);
        return port.Type.Value is null || port.Type.IsLiteral
            ? new StepValue<T>(port)
            : throw new ArgumentException($"The port '{port.Name}' is a {port.Type}, and a value belongs here.", nameof(port));
    }

    /// <summary>Gives it to a step whose inputs are not known while compiling.</summary>
    public static implicit operator Input(StepValue<T> value) => value.Input;

    /// <summary>What is given; empty for the default value.</summary>
    public override string ToString() => _input?.ToString() ?? "";
}
