using Azure.Core;

namespace ServerlessCompute;

/// <summary>
/// Submits training jobs to a workspace and follows them. One client serves a whole program: it is immutable and thread-safe. Members
/// are virtual and there is a constructor for tests, so that it can be mocked.
/// </summary>
/// <example>
/// <code>
/// var client = new ServerlessComputeClient(WorkspaceId.FromConfigFile(), new DefaultAzureCredential());
/// JobRun run = await client.SubmitAsync(Command.Run("echo hello").WithEnvironment("my-environment:1"));
/// JobResult result = await run.WaitForCompletionAsync();
/// </code>
/// </example>
public partial class ServerlessComputeClient
{
    private readonly ServiceConnection? _connection;
    private readonly IdSource _ids = IdSource.System;

    /// <summary>A client of a workspace.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="credential">Who asks. Tokens are asked for when they are needed.</param>
    public ServerlessComputeClient(WorkspaceId workspace, TokenCredential credential)
        : this(workspace, credential, null)
    {
    }

    /// <summary>A client of a workspace.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="credential">Who asks. Tokens are asked for when they are needed.</param>
    /// <param name="options">How the service is reached; null for the defaults. Do not change them afterwards.</param>
    public ServerlessComputeClient(WorkspaceId workspace, TokenCredential credential, ServerlessComputeClientOptions? options)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(credential);
        _connection = new ServiceConnection(workspace, credential, options ?? new ServerlessComputeClientOptions());
    }

    /// <summary>For mocks.</summary>
    protected ServerlessComputeClient()
    {
    }

    /// <summary>The workspace.</summary>
    public virtual WorkspaceId Workspace => Connection.Workspace;

    /// <summary>Asks the service for the workspace: whether the address, the token and the right to see it are good.</summary>
    /// <exception cref="ServerlessRequestException">The service refused, or cannot be reached.</exception>
    public virtual async Task CheckConnectionAsync(CancellationToken cancellationToken = default)
    {
        using HttpMessage message = Connection.CreateMessage(RequestMethod.Get, Connection.ArmUri("", ApiVersions.Base));
        await Connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    private protected ServiceConnection Connection =>
        _connection ?? throw new InvalidOperationException("This client was made by a mock: set up the members that the test uses.");
}
