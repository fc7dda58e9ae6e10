namespace ServerlessCompute;

/// <summary>Marks values that must not be shown.</summary>
public static class Secret
{
    /// <summary>
    /// A secret environment variable: sent to the service as it is, and shown as stars by this library. The service itself shows a
    /// job's environment variables to whoever may read the job; prefer a managed identity where that matters.
    /// </summary>
    public static EnvironmentValue Of(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new EnvironmentValue(value, isSecret: true);
    }
}
