namespace ServerlessCompute;

/// <summary>How much a diagnostic weighs.</summary>
public enum JobDiagnosticSeverity
{
    /// <summary>The job can be submitted; something in it is probably not meant.</summary>
    Warning,

    /// <summary>The job is not submitted: the service would refuse it, or it could not run.</summary>
    Error,
}
