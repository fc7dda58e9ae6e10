namespace ServerlessCompute;

/// <summary>Something the service refuses, in its own words.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Message">What is wrong.</param>
internal sealed record Refusal(int Status, string Message)
{
    /// <summary>The word at the top: nearly always this one.</summary>
    public string Code { get; init; } = "UserError";

    /// <summary>The telling codes, outermost first, for example NotFound, JobNotFound.</summary>
    public IReadOnlyList<string> InnerCodes { get; init; } = [];

    /// <summary>The message with names in braces where <see cref="MessageParameters"/> stand, when the service gives it.</summary>
    public string? MessageFormat { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> MessageParameters { get; init; } = [];

    /// <summary>What the problem is with, for example <c>properties.command</c>.</summary>
    public string? Target { get; init; }

    /// <summary>All problems where there are several: path and text.</summary>
    public IReadOnlyList<ContractProblem> Details { get; init; } = [];

    /// <summary>Whether the answer comes from Azure's gateway, which knows only code and message.</summary>
    public bool FromGateway { get; init; }

    public static Refusal JobNotFound(string name) => new(404, $"Job {name} not found.")
    {
        InnerCodes = ["NotFound", "JobNotFound"],
        MessageFormat = "Job {jobId} not found.",
        MessageParameters = [new("jobId", name)],
    };

    public static Refusal Gateway(int status, string code, string message) => new(status, message) { Code = code, FromGateway = true };

    public static Refusal Invalid(string message, string? target = null, string reason = "ArgumentInvalid") => new(400, message)
    {
        InnerCodes = reason == "ArgumentInvalid" ? ["BadArgument", "ArgumentInvalid"] : ["BadArgument", "ArgumentInvalid", reason],
        Target = target,
    };
}
