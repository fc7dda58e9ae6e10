namespace ServerlessCompute;

/// <summary>A refusal of the tracking service: MLflow's error code and a sentence that says what to do.</summary>
internal sealed class MlflowException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;

    public int Status => Code switch
    {
        "RESOURCE_DOES_NOT_EXIST" or "ENDPOINT_NOT_FOUND" => 404,
        "NOT_IMPLEMENTED" => 501,
        _ => 400,
    };

    public static MlflowException InvalidParameter(string message) => new("INVALID_PARAMETER_VALUE", message);

    public static MlflowException BadRequest(string message) => new("BAD_REQUEST", message);

    public static MlflowException InvalidState(string message) => new("INVALID_STATE", message);

    public static MlflowException Exists(string message) => new("RESOURCE_ALREADY_EXISTS", message);

    public static MlflowException RunNotFound(string runId) => NotFound($"No run has the id '{runId}'.");

    public static MlflowException NotFound(string message) => new("RESOURCE_DOES_NOT_EXIST", message);

    public static MlflowException NoEndpoint(string message) => new("ENDPOINT_NOT_FOUND", message);
}
