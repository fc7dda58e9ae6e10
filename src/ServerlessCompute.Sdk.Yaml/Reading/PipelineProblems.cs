namespace ServerlessCompute;

/// <summary>
/// What is wrong between the steps of a pipeline, said where it stands in the YAML: references that lead nowhere, circles, inputs that
/// nobody gives. What else may be wrong with the job is said when it is validated, since C# may change the job before.
/// </summary>
internal static class PipelineProblems
{
    /// <summary>What a job that was just loaded may lack: its compute, and all of its steps.</summary>
    private static readonly DiagnosticDescriptor[] _mayFollow = [DiagnosticCatalog.StepComputeMissing, DiagnosticCatalog.PipelineEmpty];

    public static void Report(PipelineJob job, TreeMap root, TreeReader reader)
    {
        var report = new JobReport(isFromService: false) { IsOfFlow = true };
        PipelineRules.Check(job, report);
        foreach (JobDiagnostic found in report.ToResult().All)
        {
            if (!found.Id.StartsWith("SC14", StringComparison.Ordinal) || Array.Exists(_mayFollow, descriptor => descriptor.Id == found.Id))
            {
                continue;
            }

            var place = DiagnosticPlace.Find(found.Path, root, reader);
            foreach (string key in place.Keys)
            {
                reader.Enter(key);
            }

            if (found.Severity == JobDiagnosticSeverity.Error)
            {
                reader.Report(place.At, $"{found.Id}: {found.Message}", found.Fix);
            }
            else
            {
                reader.Warn(place.At, $"{found.Id}: {found.Message}", found.Fix);
            }

            foreach (string _ in place.Keys)
            {
                reader.Leave();
            }
        }
    }
}
