using System.Globalization;

namespace ServerlessCompute;

/// <summary>What the service says when it fails: the recorded words, in the shape of whoever is asked.</summary>
internal static class FaultAnswers
{
    /// <summary>Too many requests. The service was recorded to put the wait into its message, and into no header.</summary>
    public static EngineResponse Throttled(FrontDesk desk, EngineRequest request, int waitSeconds, bool sendRetryAfter)
    {
        string message = string.Create(CultureInfo.InvariantCulture, $"Received too many requests in a short amount of time. Retry again after {waitSeconds} seconds.");
        EngineResponse response = FrontDesk.IsBlob(request)
            ? desk.Refuse(request, new BlobException(503, "ServerBusy", "The server is currently unable to receive requests. Please retry your request."))
            : desk.Refuse(request, new Refusal(429, message) { InnerCodes = ["QuotaExceeded", "TooManyRequests"] });
        return sendRetryAfter ? response.With("Retry-After", waitSeconds.ToString(CultureInfo.InvariantCulture)) : response;
    }

    public static EngineResponse Broken(FrontDesk desk, EngineRequest request, int status)
    {
        if (FrontDesk.IsBlob(request))
        {
            return desk.Refuse(request, status == 503 ? new BlobException(503, "ServerBusy", "The server is busy.") : BlobException.InternalError());
        }

        return desk.Refuse(request, status switch
        {
            502 => Refusal.Gateway(502, "BadGatewayConnection", "The network connectivity issue encountered for 'Microsoft.MachineLearningServices'; cannot fulfill the request."),
            504 => new Refusal(504, $"Service invocation timed out. \r\nRequest: {request.Method} {request.Uri.GetLeftPart(UriPartial.Path)} \r\n Message:  Time waited: 00:00:30.")
            {
                Code = "TransientError",
                Target = $"{request.Method} {request.Uri.GetLeftPart(UriPartial.Path)}",
            },
            _ => new Refusal(status, "Received 503 from a service request")
            {
                Code = "ServiceError",
                Target = $"{request.Method} {request.Uri.GetLeftPart(UriPartial.Path)}",
                Details = [new ContractProblem("", "{\"error\":{\"code\":\"SystemError\",\"message\":\"A service was unavailable\"}}") { Code = "ServiceUnavailable" }],
            },
        });
    }

    public static EngineResponse TokenExpired(FrontDesk desk, EngineRequest request, DateTimeOffset now)
    {
        if (FrontDesk.IsBlob(request))
        {
            return desk.Refuse(request, BlobException.AuthenticationFailed("Lifetime validation failed. The token is expired."));
        }

        string then = (now - TimeSpan.FromMinutes(1)).UtcDateTime.ToString("M/d/yyyy h:mm:ss tt", CultureInfo.InvariantCulture);
        string here = now.UtcDateTime.ToString("M/d/yyyy h:mm:ss tt", CultureInfo.InvariantCulture);
        return desk.Refuse(request, Refusal.Gateway(401, "ExpiredAuthenticationToken", $"The access token expiry UTC time '{then}' is earlier than current UTC time '{here}'."))
            .With("WWW-Authenticate", "Bearer realm=\"\", error=\"invalid_token\", error_description=\"The access token expired.\"");
    }

    /// <summary>A part of the answer, behind headers that promise all of it.</summary>
    public static EngineResponse Cut(EngineResponse response)
    {
        var cut = new EngineResponse(response.Status) { BodyStream = new BrokenStream(response.Body[..(response.Body.Length / 2)]) };
        foreach (KeyValuePair<string, string> header in response.Headers)
        {
            cut.Headers.Add(header);
        }

        response.BodyStream?.Dispose();
        return cut;
    }
}
