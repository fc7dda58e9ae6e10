namespace ServerlessCompute;

/// <summary>What the service says about a failure, whichever of its parts says it: the resource manager, run history or MLflow.</summary>
internal sealed record ServiceError
{
    /// <summary>The outermost code; nearly always <c>UserError</c> or <c>ServiceError</c>.</summary>
    public string? Code { get; init; }

    public string? Message { get; init; }

    public string? Target { get; init; }

    /// <summary>The codes within the code, from the widest to the narrowest.</summary>
    public ValueList<string> InnerCodes { get; init; } = ValueList<string>.Empty;

    /// <summary>Run history's own word for the failure, such as <c>PipelineHasStepJobFailed</c>.</summary>
    public string? ReferenceCode { get; init; }

    public ValueList<ServiceError> Details { get; init; } = ValueList<ServiceError>.Empty;

    /// <summary>What to quote when the service's people are asked about it.</summary>
    public string? Operation { get; init; }

    /// <summary>The code that says most: the innermost one, run history's own word, or else the outermost.</summary>
    public string? TellingCode =>
        InnerCodes.Count > 0 ? InnerCodes[^1]
        : ReferenceCode is { Length: > 0 } ? ReferenceCode
        : Details.Count > 0 && Details[0].TellingCode is { Length: > 0 } detail ? detail
        : Code;

    /// <summary>The error in an answer's body; null when the body holds none, as the pages that gateways send do not.</summary>
    public static ServiceError? TryRead(ReadOnlySpan<byte> utf8)
    {
        try
        {
            ServiceError error = WireDocument.Read(utf8, ServiceErrorWire.Read);
            return error.Code is null && error.Message is null ? null : error;
        }
        catch (JobFormatException)
        {
            return null;
        }
    }
}
