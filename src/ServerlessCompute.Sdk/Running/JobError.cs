namespace ServerlessCompute;

/// <summary>Why a job failed, as run history tells it. Immutable.</summary>
/// <param name="Code">The service's most telling code, for example <c>UserError</c>.</param>
/// <param name="Message">What the service says.</param>
public sealed record JobError(string Code, string Message);
