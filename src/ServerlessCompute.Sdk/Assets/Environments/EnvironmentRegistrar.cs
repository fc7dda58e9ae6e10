using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// Registers environments described in place as anonymous versions. A version is named by its content, so one that this client has
/// registered is not sent again: the service takes seconds for each.
/// </summary>
internal sealed class EnvironmentRegistrar(AssetContext context)
{
    private const string AnonymousName = "CliV2AnonymousEnvironment";

    private readonly WorkspaceRequests _requests = new(context);

    /// <returns>The environment's resource id.</returns>
    /// <exception cref="JobAssetException">A file of the build context cannot be read, or the storage refuses it.</exception>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public async Task<string> EnsureAsync(
        PlannedEnvironment environment, DataUploader data, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        if (context.EnvironmentIds.TryGetValue(environment.Version, out string? known))
        {
            return known;
        }

        UploadedData? build = environment.BuildContext is null
            ? null
            : await data.EnsureAsync(environment.BuildContext, progress, cancellationToken).ConfigureAwait(false);
        using JsonDocument registered = await _requests.PutAsync(
            $"environments/{AnonymousName}/versions/{environment.Version}", writer => WriteBody(writer, environment, build), cancellationToken).ConfigureAwait(false);
        return context.EnvironmentIds.GetOrAdd(environment.Version, JsonPath.RequiredText(registered.RootElement, "id"));
    }

    private static void WriteBody(Utf8JsonWriter writer, PlannedEnvironment environment, UploadedData? build)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("properties");
        if (environment.Image is not null)
        {
            writer.WriteString("image", environment.Image);
        }

        if (environment.CondaFile is not null)
        {
            writer.WriteString("condaFile", environment.CondaFile);
        }

        if (build is not null)
        {
            writer.WriteStartObject("build");
            writer.WriteString("contextUri", build.Address.AbsoluteUri + "/");
            if (environment.DockerfilePath is not null)
            {
                writer.WriteString("dockerfilePath", environment.DockerfilePath);
            }

            writer.WriteEndObject();
        }

        writer.WriteBoolean("isAnonymous", true);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
