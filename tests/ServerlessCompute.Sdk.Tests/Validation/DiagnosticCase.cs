using System.Runtime.CompilerServices;

namespace ServerlessCompute;

/// <summary>A job with exactly one problem, and where that is. The C# that makes the job is the example in the documentation.</summary>
internal sealed record DiagnosticCase(string Id, string Path, Job Job, string Example)
{
    public static DiagnosticCase Of(string id, string path, Job job, [CallerArgumentExpression(nameof(job))] string example = "") => new(id, path, job, example);

    public override string ToString() => $"{Id} {Path} {Example[..Math.Min(Example.Length, 60)]}";
}
