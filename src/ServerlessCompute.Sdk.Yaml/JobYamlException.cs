namespace ServerlessCompute;

/// <summary>A YAML file, or one that it names, does not describe what it should. The message lists every error, with its place and its fix.</summary>
public sealed class JobYamlException : Exception
{
    /// <summary>An error without problems.</summary>
    public JobYamlException()
        : this("The YAML cannot be loaded.")
    {
    }

    /// <summary>An error without problems.</summary>
    public JobYamlException(string message)
        : base(message)
    {
    }

    /// <summary>An error without problems.</summary>
    public JobYamlException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error that lists what was found.</summary>
    /// <param name="problems">The errors; warnings may be among them and are not part of the message.</param>
    /// <param name="innerException">What the parser or the file system said.</param>
    public JobYamlException(ValueList<YamlProblem> problems, Exception? innerException = null)
        : base(Describe(problems), innerException) => Problems = problems;

    /// <summary>What was found: the errors, and the warnings that came with them, in the order in which they were met.</summary>
    /// <value>Empty when the exception was made of a message alone.</value>
    public ValueList<YamlProblem> Problems { get; } = ValueList<YamlProblem>.Empty;

    private static string Describe(ValueList<YamlProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        YamlProblem[] errors = [.. problems.Where(problem => problem.Severity == JobDiagnosticSeverity.Error)];
        return string.Join('\n', errors.Select(error => error.ToString()).Prepend(errors.Length == 1 ? "The YAML has an error." : $"The YAML has {errors.Length} errors."));
    }
}
