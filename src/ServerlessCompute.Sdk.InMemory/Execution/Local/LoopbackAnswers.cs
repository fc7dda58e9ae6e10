using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Answers that the listener gives by itself.</summary>
internal static class LoopbackAnswers
{
    /// <summary>An error in MLflow's shape, so that its client shows the message.</summary>
    public static EngineResponse Error(int status, string message)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("error_code", status switch
            {
                401 => "UNAUTHENTICATED",
                404 => "ENDPOINT_NOT_FOUND",
                >= 500 => "INTERNAL_ERROR",
                _ => "BAD_REQUEST",
            });
            json.WriteString("message", message);
            json.WriteEndObject();
        }

        EngineResponse response = new(status, buffer.ToArray(), "application/json");
        return status == 401 ? response.With("WWW-Authenticate", "Bearer") : response;
    }

    /// <summary>A status in words; clients go by the number.</summary>
    public static string Reason(int status) => status switch
    {
        200 => "OK",
        201 => "Created",
        204 => "No Content",
        206 => "Partial Content",
        400 => "Bad Request",
        401 => "Unauthorized",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        413 => "Content Too Large",
        431 => "Request Header Fields Too Large",
        429 => "Too Many Requests",
        500 => "Internal Server Error",
        _ => "Status",
    };
}
