using System.Buffers;
using Azure;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>What is asked of Resource Manager about datastores.</summary>
internal static class DatastoreRequests
{
    public static AsyncPageable<Datastore> List(ServiceConnection connection, string query, CancellationToken cancellationToken) => new ResourcePages<Datastore>(
        connection,
        _ => new(connection.ArmUri("/datastores", ApiVersions.Base, query)),
        static answer =>
        {
            (IReadOnlyList<Datastore> items, string? link) = ResourcePage<Datastore>.Read(answer.Span, AssetWire.ReadDatastore);
            return (items, link);
        },
        cancellationToken);

    public static async Task<Datastore> GetAsync(ServiceConnection connection, string name, CancellationToken cancellationToken) =>
        Read(await SendAsync(connection, RequestMethod.Get, name, "", default, cancellationToken).ConfigureAwait(false));

    public static async Task<Datastore> PutAsync(ServiceConnection connection, Datastore datastore, bool skipValidation, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>();
        AssetWire.Write(body, AssetTables.Datastore, datastore);
        string query = skipValidation ? "&skipValidation=true" : "";
        return Read(await SendAsync(connection, RequestMethod.Put, datastore.Name, query, body.WrittenMemory, cancellationToken).ConfigureAwait(false));
    }

    public static Task DeleteAsync(ServiceConnection connection, string name, CancellationToken cancellationToken) =>
        SendAsync(connection, RequestMethod.Delete, name, "", default, cancellationToken);

    private static Datastore Read(Response answer) => WireDocument.Read(answer.Content.ToMemory().Span, AssetWire.ReadDatastore);

    private static async Task<Response> SendAsync(
        ServiceConnection connection, RequestMethod method, string name, string query, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        using HttpMessage message = connection.CreateMessage(method, connection.ArmUri($"/datastores/{Uri.EscapeDataString(name)}", ApiVersions.Base, query));
        if (!body.IsEmpty)
        {
            message.Request.Headers.SetValue("Content-Type", "application/json");
            message.Request.Content = RequestContent.Create(body);
        }

        return await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }
}
