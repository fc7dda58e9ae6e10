using System.Buffers;
using System.Globalization;
using Azure;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>What is asked of Resource Manager about one kind of things that a workspace keeps under a name.</summary>
/// <param name="connection">The way to the workspace.</param>
/// <param name="table">How they are read and written.</param>
internal sealed class AssetRequests<T>(ServiceConnection connection, Shape<T> table)
    where T : RegisteredAsset
{
    /// <summary>Somebody else may take the version that was to be next.</summary>
    private const int Tries = 3;

    private readonly string _collection = table.Seed.Collection;

    /// <summary>The names, each with its newest version.</summary>
    public AsyncPageable<AssetSummary> Names(bool includeArchived, CancellationToken cancellationToken) =>
        Pages(Path(), includeArchived ? "&listViewType=All" : "", AssetWire.ReadSummary, cancellationToken);

    /// <summary>The versions of a name, newest first.</summary>
    public AsyncPageable<T> Versions(string name, bool includeArchived, CancellationToken cancellationToken) => Pages(
        Path(name) + "/versions",
        (includeArchived ? "&listViewType=All" : "") + "&$orderBy=createdtime%20desc",
        (ref reader) => AssetWire.Read(ref reader, table),
        cancellationToken);

    public async Task<T> GetAsync(string reference, CancellationToken cancellationToken)
    {
        AssetName name = NameOf(reference);
        string version = name.Version ?? await NewestAsync(name, cancellationToken).ConfigureAwait(false);
        return Read(await SendAsync(RequestMethod.Get, VersionPath(name.Name, version), default, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Registers a version; without one, the service's next.</summary>
    public async Task<T> PutAsync(T asset, CancellationToken cancellationToken)
    {
        string name = asset.Name ?? throw new ArgumentException("What is registered needs a name.", nameof(asset));
        for (int attempt = 1; ; attempt++)
        {
            string version = asset.Version ?? await NextVersionAsync(name, cancellationToken).ConfigureAwait(false);
            try
            {
                return await PutAsync(asset, name, version, cancellationToken).ConfigureAwait(false);
            }
            catch (ServerlessRequestException e) when (e.Status == 409 && asset.Version is null && attempt < Tries)
            {
                // Somebody was faster: the next version is another one now.
            }
        }
    }

    /// <summary>Hides a version, or all versions of a name, from lists, or shows them again.</summary>
    public async Task ArchiveAsync(string reference, bool isArchived, CancellationToken cancellationToken)
    {
        AssetName name = NameOf(reference);
        if (name.Version is not null || name.Label is not null)
        {
            T one = await GetAsync(reference, cancellationToken).ConfigureAwait(false);
            await ArchiveAsync(one, isArchived, cancellationToken).ConfigureAwait(false);
            return;
        }

        await foreach (T version in Versions(name.Name, includeArchived: true, cancellationToken).ConfigureAwait(false))
        {
            await ArchiveAsync(version, isArchived, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task ArchiveAsync(T asset, bool isArchived, CancellationToken cancellationToken)
    {
        if (asset.IsArchived != isArchived)
        {
            await PutAsync(asset with { IsArchived = isArchived }, asset.Name!, asset.Version!, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<T> PutAsync(T asset, string name, string version, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>();
        AssetWire.Write(body, table, asset);
        return Read(await SendAsync(RequestMethod.Put, VersionPath(name, version), body.WrittenMemory, cancellationToken).ConfigureAwait(false));
    }

    private Task<string> NewestAsync(AssetName name, CancellationToken cancellationToken) =>
        name.Label is null || string.Equals(name.Label, AssetName.Latest, StringComparison.OrdinalIgnoreCase)
            ? NewestVersion.OfAsync(new WorkspaceRequests(AssetContext.Of(connection)), _collection, name.Name, cancellationToken)
            : throw new ArgumentException($"'{name.Label}' is no label that can be asked for. Write {name.Name}@{AssetName.Latest}, or name a version.", nameof(name));

    private async Task<string> NextVersionAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            Response answer = await SendAsync(RequestMethod.Get, Path(name), default, cancellationToken).ConfigureAwait(false);
            AssetSummary summary = WireDocument.Read(answer.Content.ToMemory().Span, AssetWire.ReadSummary);
            return summary.NextVersion ?? throw new JobFormatException($"The service does not say the next version of '{name}'. Name a version.", "properties.nextVersion");
        }
        catch (ServerlessRequestException e) when (e.Status == 404)
        {
            return 1.ToString(CultureInfo.InvariantCulture);
        }
    }

    private AssetName NameOf(string reference)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reference);
        string text = AssetReferences.WithoutPrefix(reference);
        if (text.Contains("://", StringComparison.Ordinal))
        {
            throw new ArgumentException($"'{reference}' is not in this workspace. Name something of the workspace: name:version.", nameof(reference));
        }

        if (!text.StartsWith('/'))
        {
            return AssetName.Parse(text);
        }

        return text.Split('/') is [.., var collection, var name, "versions", var version] && collection.Equals(_collection, StringComparison.OrdinalIgnoreCase)
            ? new AssetName(name, version, null)
            : throw new ArgumentException($"'{reference}' is no id of a version in {_collection}. It looks like {connection.WorkspacePath}/{_collection}/NAME/versions/VERSION.", nameof(reference));
    }

    private AsyncPageable<TItem> Pages<TItem>(string path, string query, WireRead<TItem> read, CancellationToken cancellationToken)
        where TItem : notnull => new ResourcePages<TItem>(
        connection,
        _ => new(connection.ArmUri(path, ApiVersions.Base, query)),
        answer =>
        {
            (IReadOnlyList<TItem> items, string? link) = ResourcePage<TItem>.Read(answer.Span, read);
            return (items, link);
        },
        cancellationToken);

    private T Read(Response answer) => WireDocument.Read(answer.Content.ToMemory().Span, (ref reader) => AssetWire.Read(ref reader, table));

    private async Task<Response> SendAsync(RequestMethod method, string path, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using HttpMessage message = connection.CreateMessage(method, connection.ArmUri(path, ApiVersions.Base));
        if (!body.IsEmpty)
        {
            message.Request.Headers.SetValue("Content-Type", "application/json");
            message.Request.Content = RequestContent.Create(body);
        }

        return await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    private string Path(string? name = null) => name is null ? "/" + _collection : $"/{_collection}/{Uri.EscapeDataString(name)}";

    private string VersionPath(string name, string version) => $"{Path(name)}/versions/{Uri.EscapeDataString(version)}";
}
