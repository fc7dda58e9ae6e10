using System.Runtime.CompilerServices;

namespace ServerlessCompute;

/// <summary>A noun with exactly one problem, and where that is. The C# that makes it is the example in the documentation.</summary>
/// <param name="Id">The problem's id.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Validate">Checks the noun.</param>
/// <param name="ValidateSent">Checks it as if the service had sent it.</param>
/// <param name="Example">The C# that makes it.</param>
internal sealed record DiagnosticCase(string Id, string Path, Func<JobValidationResult> Validate, Func<JobValidationResult> ValidateSent, string Example)
{
    public static DiagnosticCase Of(string id, string path, Job job, [CallerArgumentExpression(nameof(job))] string example = "") =>
        new(id, path, job.Validate, () => (job with { Status = JobStatus.Running }).Validate(), example);

    public static DiagnosticCase Of(string id, string path, Schedule schedule, [CallerArgumentExpression(nameof(schedule))] string example = "") =>
        new(id, path, schedule.Validate, () => (schedule with { Id = "/schedules/s" }).Validate(), example);

    public static DiagnosticCase Of(string id, string path, Component component, [CallerArgumentExpression(nameof(component))] string example = "") =>
        new(id, path, component.Validate, () => (component with { Id = "/components/c" }).Validate(), example);

    public override string ToString() => $"{Id} {Path} {Example[..Math.Min(Example.Length, 60)]}";
}
