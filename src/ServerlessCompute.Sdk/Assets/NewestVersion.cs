using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Asks for the newest version of something. Data says it itself; of everything else the newest is what was made last.</summary>
internal static class NewestVersion
{
    /// <param name="requests">The way to the workspace.</param>
    /// <param name="collection">The collection it is in: <c>environments</c>, <c>data</c>, <c>models</c>, <c>components</c>.</param>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="JobAssetException">The workspace has no version of it.</exception>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public static async Task<string> OfAsync(WorkspaceRequests requests, string collection, string name, CancellationToken cancellationToken)
    {
        string path = $"{collection}/{Uri.EscapeDataString(name)}";
        bool isData = collection == "data";
        using JsonDocument answer = isData
            ? await requests.GetAsync(path, cancellationToken).ConfigureAwait(false)
            : await requests.GetAsync(path + "/versions", [("$orderBy", "createdtime desc"), ("$top", "1")], cancellationToken).ConfigureAwait(false);
        string? version = isData
            ? JsonPath.Text(answer.RootElement, "properties", "latestVersion")
            : JsonPath.FirstItem(answer.RootElement) is { } newest ? JsonPath.Text(newest, "name") : null;
        return version ?? throw new JobAssetException($"The workspace has no version of {collection}/{name}. Check the name, or register one.");
    }
}
