namespace ServerlessCompute;

/// <summary>Why a run failed, as run history tells it.</summary>
/// <param name="Code">The service's outermost word: nearly always <c>UserError</c>.</param>
/// <param name="Message">What happened and what to do.</param>
internal sealed record RunError(string Code, string Message)
{
    /// <summary>The telling code, for example <c>JobNodeCountExceedsCoreQuota</c>; null when there is none.</summary>
    public string? InnerCode { get; init; }

    /// <summary>A telling code that stands beside the error and not in it; null when there is none.</summary>
    public string? ReferenceCode { get; init; }

    /// <summary>The message with numbers in braces for what varies, when the service gives it.</summary>
    public string? MessageFormat { get; init; }

    /// <summary>The numbers and names of the message, for programs.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; } = [];
}
