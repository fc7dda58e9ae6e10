namespace ServerlessCompute;

/// <summary>Something in a job is wrong, so that it is not sent. The message lists every error, with its id, its place and its fix.</summary>
public sealed class JobValidationException : Exception
{
    /// <summary>An error without diagnostics.</summary>
    public JobValidationException()
        : this("The job is not valid.")
    {
    }

    /// <summary>An error without diagnostics.</summary>
    public JobValidationException(string message)
        : base(message)
    {
    }

    /// <summary>An error without diagnostics.</summary>
    public JobValidationException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error that lists what was found.</summary>
    /// <param name="diagnostics">The errors; warnings may be among them and are not part of the message.</param>
    public JobValidationException(ValueList<JobDiagnostic> diagnostics)
        : base(Describe(diagnostics)) => Diagnostics = diagnostics;

    /// <summary>What was found: the errors, and the warnings that came with them.</summary>
    /// <value>Empty when the exception was made of a message alone.</value>
    public ValueList<JobDiagnostic> Diagnostics { get; } = ValueList<JobDiagnostic>.Empty;

    private static string Describe(ValueList<JobDiagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        ValueList<JobDiagnostic> errors = new JobValidationResult(diagnostics).Errors;
        string head = errors.Count == 1 ? "The job has an error." : $"The job has {errors.Count} errors.";
        return string.Join('\n', errors.Select(error => error.ToString()).Prepend(head));
    }
}
