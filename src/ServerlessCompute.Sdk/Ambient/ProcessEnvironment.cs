namespace ServerlessCompute;

/// <summary>The environment variables somebody sees: those of this process, or those a test gives.</summary>
internal sealed class ProcessEnvironment
{
    private readonly Func<string, string?> _read;

    private ProcessEnvironment(Func<string, string?> read) => _read = read;

#pragma warning disable RS0030 // The one place that reads the process's variables: everybody else takes a ProcessEnvironment.
    public static ProcessEnvironment Current { get; } = new(Environment.GetEnvironmentVariable);
#pragma warning restore RS0030

    public static ProcessEnvironment From(IReadOnlyDictionary<string, string> variables) =>
        new(name => variables.TryGetValue(name, out string? value) ? value : null);

    /// <summary>The variable's value, or null when it is not set or empty.</summary>
    public string? this[string name] => _read(name) is { Length: > 0 } value ? value : null;
}
