using Azure;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>Where a workspace's run history, metrics and artifacts are.</summary>
/// <param name="DataPlane">The base address, without a closing slash.</param>
/// <param name="RunHistory">The base of run history for this workspace.</param>
/// <param name="Tracking">The base of MLflow's REST for this workspace.</param>
/// <param name="Location">The workspace's region; null when the service does not say.</param>
internal sealed record WorkspaceEndpoints(string DataPlane, string RunHistory, string Tracking, string? Location)
{
    public static async Task<WorkspaceEndpoints> AskAsync(ServiceConnection connection, bool isPatient, CancellationToken cancellationToken)
    {
        using HttpMessage workspace = connection.CreateMessage(RequestMethod.Get, connection.ArmUri("", ApiVersions.Base), isPatient);
        Response answer = await connection.SendAsync(workspace, cancellationToken).ConfigureAwait(false);
        WorkspaceDocument document = WorkspaceDocument.Read(answer.Content.ToMemory().Span);
        Uri discoveryUrl = Address(document.DiscoveryUrl, "properties.discoveryUrl");

        using HttpMessage discovery = connection.CreateAnonymousMessage(discoveryUrl, isPatient);
        answer = await connection.SendAnonymousAsync(discovery, cancellationToken).ConfigureAwait(false);
        if (answer.IsError)
        {
            throw ServiceErrors.ToException(answer);
        }

        string api = Address(DiscoveryDocument.Read(answer.Content.ToMemory().Span).Api, "api").AbsoluteUri.TrimEnd('/');
        return new WorkspaceEndpoints(
            api,
            $"{api}/history/v1.0{connection.WorkspacePath}",
            $"{api}/mlflow/v1.0{connection.WorkspacePath}/api/2.0/mlflow",
            document.Location);
    }

    private static Uri Address(string? text, string path) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
            ? uri
            : throw new JobFormatException($"The workspace's answer has no address at '{path}', so its run history cannot be found.", path);
}
