using Azure;

namespace ServerlessCompute;

/// <summary>The service refused a request. Beside what the base class has, it carries the service's telling code and its target.</summary>
public class ServerlessRequestException : RequestFailedException
{
    internal ServerlessRequestException(Response response, string code, string message, string? target)
        : base(response.Status, message, code, innerException: null)
    {
        Target = target;
        CorrelationId = response.Headers.TryGetValue("x-ms-correlation-request-id", out string? id) ? id : null;
    }

    internal ServerlessRequestException(string code, string message, Exception? innerException)
        : base(0, message, code, innerException)
    {
    }

    /// <summary>For tests that stand in for the service.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">The service's telling code, for example <c>JobNotFound</c>.</param>
    /// <param name="message">What the service said.</param>
    public ServerlessRequestException(int status, string code, string message)
        : base(status, message, code, innerException: null)
    {
    }

    /// <summary>What the error is about, where the service names it.</summary>
    public string? Target { get; }

    /// <summary>The id under which the service's operators find the request.</summary>
    public string? CorrelationId { get; }
}
