using System.Runtime.CompilerServices;
using Azure;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>Lists what a run left behind.</summary>
internal static class ArtifactRequests
{
    public static async IAsyncEnumerable<JobArtifact> ListAsync(ServiceConnection connection, string jobName, string? folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Run history keeps artifacts below the run's experiment.
        Job job = await JobRequests.GetAsync(connection, jobName, cancellationToken).ConfigureAwait(false);
        WorkspaceEndpoints endpoints = await connection.GetEndpointsAsync(cancellationToken).ConfigureAwait(false);
        string place = folder?.Trim('/') is { Length: > 0 } beneath ? $"/path?path={Uri.EscapeDataString(beneath + "/")}" : "";
        string address = $"{endpoints.RunHistory}/experiments/{Uri.EscapeDataString(job.ExperimentName ?? "Default")}/runs/{Uri.EscapeDataString(jobName)}/artifacts{place}";
        string? token = null;
        do
        {
            string page = token is null ? address : $"{address}{(place.Length == 0 ? '?' : '&')}continuationToken={Uri.EscapeDataString(token)}";
            using HttpMessage message = connection.CreateMessage(RequestMethod.Get, new Uri(page));
            Response response = await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
            var read = ArtifactPage.Read(response.Content.ToMemory().Span);
            foreach ((string path, DateTimeOffset? createdAt) in read.Artifacts)
            {
                yield return new JobArtifact(path, createdAt);
            }

            token = read.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(token));
    }
}
