using System.Buffers.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace ServerlessCompute;

/// <summary>
/// Sends the submitter's own token along where a message asks for it, in the header in which the service expects it: pipelines and jobs with
/// the user's identity read data with it. Azure Machine Learning must be whom it was made for; the service would find out only when the job runs.
/// </summary>
internal sealed class UserTokenPolicy(TokenKeeper tokens, string scope) : HttpPipelinePolicy
{
    private const string Header = "x-azureml-token";
    private const string DefaultScope = "/.default";

    /// <summary>Asks for the token.</summary>
    public static void Want(HttpMessage message) => message.SetProperty(typeof(UserTokenPolicy), message);

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Requests with a token are sent asynchronously.");

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        if (message.TryGetProperty(typeof(UserTokenPolicy), out _))
        {
            string token = await tokens.GetAsync(message.CancellationToken).ConfigureAwait(false);
            Check(token);
            message.Request.Headers.SetValue(Header, token);
        }

        await ProcessNextAsync(message, pipeline).ConfigureAwait(false);
    }

    private void Check(string token)
    {
        string expected = scope.EndsWith(DefaultScope, StringComparison.Ordinal) ? scope[..^DefaultScope.Length] : scope;
        if (Audiences(token) is { } audiences && !audiences.Any(audience => audience.TrimEnd('/').Equals(expected.TrimEnd('/'), StringComparison.OrdinalIgnoreCase)))
        {
            throw new AuthenticationFailedException(
                $"The job runs as its submitter, so the service wants the submitter's token for {expected}, but the credential gave one for {(audiences.Length == 0 ? "nobody" : string.Join(", ", audiences))}. Use a credential that gives tokens for the scope '{scope}', or set {nameof(ServerlessComputeClientOptions)}.{nameof(ServerlessComputeClientOptions.Cloud)}.");
        }
    }

    /// <summary>Whom a token was made for; null when it cannot be read, which is for the service to judge.</summary>
    private static string[]? Audiences(string token)
    {
        if (token.Split('.') is not [_, var payload, _])
        {
            return null;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            return document.RootElement.ValueKind != JsonValueKind.Object ? null
                : !document.RootElement.TryGetProperty("aud", out JsonElement audience) ? []
                : audience.ValueKind == JsonValueKind.Array ? [.. audience.EnumerateArray().Select(static one => one.ToString())]
                : [audience.ToString()];
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }
}
