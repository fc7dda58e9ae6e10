using System.Text;

namespace ServerlessCompute;

/// <summary>All that is wrong with a job. Immutable and thread-safe.</summary>
public sealed class JobValidationResult
{
    /// <summary>Takes what was found.</summary>
    public JobValidationResult(ValueList<JobDiagnostic> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        All = all;
        Errors = [.. all.Where(diagnostic => diagnostic.Severity == JobDiagnosticSeverity.Error)];
        Warnings = [.. all.Where(diagnostic => diagnostic.Severity == JobDiagnosticSeverity.Warning)];
    }

    /// <summary>Whether the job can be submitted: there are no errors. Warnings do not count.</summary>
    public bool IsValid => Errors.Count == 0;

    /// <summary>What keeps the job from being submitted.</summary>
    public ValueList<JobDiagnostic> Errors { get; }

    /// <summary>What is probably not meant.</summary>
    public ValueList<JobDiagnostic> Warnings { get; }

    /// <summary>Errors and warnings in the order of the job's parts.</summary>
    public ValueList<JobDiagnostic> All { get; }

    /// <summary>Does nothing when there are no errors.</summary>
    /// <exception cref="JobValidationException">There are errors; the exception lists all of them.</exception>
    public void ThrowIfInvalid()
    {
        if (!IsValid)
        {
            throw new JobValidationException(All);
        }
    }

    /// <summary>A block of text: how many errors and warnings there are, then each with its fix, errors first.</summary>
    public override string ToString()
    {
        if (All.Count == 0)
        {
            return "No problems.";
        }

        var text = new StringBuilder($"{Count(Errors.Count, "error")}, {Count(Warnings.Count, "warning")}");
        foreach (JobDiagnostic diagnostic in Errors.Concat(Warnings))
        {
            text.Append('\n').Append(diagnostic);
        }

        return text.ToString();
    }

    /// <summary>This and what another look found, for checks that come after these.</summary>
    internal JobValidationResult With(IEnumerable<JobDiagnostic> more) => new([.. All, .. more]);

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
