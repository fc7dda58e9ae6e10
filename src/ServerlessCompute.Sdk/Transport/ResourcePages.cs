using Azure;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>The pages of a list of the service, each asked for when the one before it was read.</summary>
/// <param name="connection">The way to the service.</param>
/// <param name="first">Where the first page is.</param>
/// <param name="read">Reads a page: its items and where the next one is.</param>
/// <param name="cancellationToken">Ends the listing.</param>
internal sealed class ResourcePages<T>(
    ServiceConnection connection,
    Func<CancellationToken, ValueTask<Uri>> first,
    Func<ReadOnlyMemory<byte>, (IReadOnlyList<T> Items, string? NextLink)> read,
    CancellationToken cancellationToken) : AsyncPageable<T>(cancellationToken)
    where T : notnull
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        Uri? next = continuationToken is null ? await first(CancellationToken).ConfigureAwait(false) : connection.OwnUri(continuationToken);
        while (next is not null)
        {
            using HttpMessage message = connection.CreateMessage(RequestMethod.Get, next);
            Response response = await connection.SendAsync(message, CancellationToken).ConfigureAwait(false);
            (IReadOnlyList<T> items, string? link) = read(response.Content.ToMemory());
            next = link is null ? null : connection.OwnUri(link);
            yield return Page<T>.FromValues(items, link, response);
        }
    }
}
