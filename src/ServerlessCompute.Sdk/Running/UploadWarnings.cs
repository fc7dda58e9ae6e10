namespace ServerlessCompute;

/// <summary>Notices what is probably uploaded by mistake.</summary>
internal static class UploadWarnings
{
    /// <summary>Where the reference client warns: in the ways of storage, a hundred million bytes.</summary>
    private const long Large = 100_000_000;

    public static ValueList<JobDiagnostic> Of(JobPlan plan) =>
    [
        .. plan.Uploads
            .Where(static upload => upload.Snapshot.Bytes > Large)
            .Select(static upload => DiagnosticCatalog.UploadLarge.At(upload.Part, upload.Describe(), upload.HowToShrink() + ".")),
    ];
}
