namespace ServerlessCompute;

/// <summary>A kind of problem. All of them are in <see cref="DiagnosticCatalog"/>.</summary>
/// <param name="Id">The stable id.</param>
/// <param name="Title">The problem in general, as the documentation's heading has it.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="IsOpenWord">
/// Whether the problem is a word that this library does not know. Somebody who wrote it has misspelt it; the service may know better:
/// in a job that the service sent, it is only a warning.
/// </param>
internal sealed record DiagnosticDescriptor(string Id, string Title, JobDiagnosticSeverity Severity, bool IsOpenWord = false)
{
    /// <summary>This problem at one place of a job.</summary>
    public JobDiagnostic At(string path, string message, string fix) => new(Id, Severity, path, message, fix);
}
