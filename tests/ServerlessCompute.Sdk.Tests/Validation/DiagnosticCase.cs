using System.Runtime.CompilerServices;

namespace ServerlessCompute;

/// <summary>A noun with exactly one problem, and where that is. The C# that makes it is the example in the documentation.</summary>
/// <param name="Id">The problem's id.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Validate">Checks the noun.</param>
/// <param name="Example">The C# that makes it.</param>
internal sealed record DiagnosticCase(string Id, string Path, Func<JobValidationResult> Validate, string Example)
{
    /// <summary>The noun, when it is a job.</summary>
    public Job? Job { get; private init; }

    public static DiagnosticCase Of(string id, string path, Job job, [CallerArgumentExpression(nameof(job))] string example = "") => new(id, path, job.Validate, example) { Job = job };

    public override string ToString() => $"{Id} {Path} {Example[..Math.Min(Example.Length, 60)]}";
}
