namespace ServerlessCompute;

/// <summary>Something in a YAML file that is wrong or doubtful: where it is, what it is, and what to write instead. Immutable.</summary>
/// <param name="Severity">Whether it keeps the file from being loaded.</param>
/// <param name="File">The absolute path of the file; <c>YAML</c> for text that is in no file, and of an override its path.</param>
/// <param name="Line">The line, counted from 1; 0 when it is not known.</param>
/// <param name="Column">The column, counted from 1; 0 when it is not known.</param>
/// <param name="Path">The keys that lead there, with points between them: <c>resources.instance_type</c>, <c>search_space.lr.values[2]</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Fix">What to do about it; empty where the message says it all.</param>
public sealed record YamlProblem(JobDiagnosticSeverity Severity, string File, int Line, int Column, string Path, string Message, string Fix)
{
    /// <summary>The problem in one line, as compilers write it, so that editors find the place; the fix in a second.</summary>
    public override string ToString()
    {
        string place = Line == 0 ? File : $"{File}({Line},{Column})";
        string path = Path.Length == 0 ? "" : $" at {Path}";
        return $"{place}: {(Severity == JobDiagnosticSeverity.Error ? "error" : "warning")}{path}: {Message}{(Fix.Length == 0 ? "" : $"\n  Fix: {Fix}")}";
    }
}
