using System.Net;

namespace ServerlessCompute;

/// <summary>The tracking service refused a call, or could not be reached. It never leaves this room.</summary>
internal sealed class TrackingException(string message, HttpStatusCode? status) : Exception(message)
{
    /// <summary>The status of the refusal; null when there was no answer.</summary>
    public HttpStatusCode? Status => status;
}
