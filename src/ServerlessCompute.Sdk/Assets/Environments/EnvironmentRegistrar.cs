using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// Registers environments described in place as anonymous versions. A version is named by its content, so one that this client has
/// registered is not sent again: the service takes seconds for each.
/// </summary>
internal sealed class EnvironmentRegistrar(AssetContext context)
{
    public const string AnonymousName = "CliV2AnonymousEnvironment";

    private readonly WorkspaceRequests _requests = new(context);

    /// <returns>The environment's resource id.</returns>
    /// <exception cref="JobAssetException">A file of the build context cannot be read, or the storage refuses it.</exception>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public Task<string> EnsureAsync(
        EnvironmentNeed environment, DataUploader data, IProgress<UploadProgress>? progress, CancellationToken cancellationToken) =>
        context.Environments.GetAsync(environment.Version, () => RegisterAsync(environment, data, progress, cancellationToken), cancellationToken);

    /// <param name="writer">Where the body goes.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="contextUri">The web address of its build context, if any.</param>
    public static void WriteBody(Utf8JsonWriter writer, EnvironmentNeed environment, string? contextUri)
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

        if (contextUri is not null)
        {
            writer.WriteStartObject("build");
            writer.WriteString("contextUri", contextUri);
            if (environment.Described.DockerfilePath is { } dockerfile)
            {
                writer.WriteString("dockerfilePath", dockerfile);
            }

            writer.WriteEndObject();
        }

        WriteLabels(writer, environment.Described);

        writer.WriteBoolean("isAnonymous", true);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteLabels(Utf8JsonWriter writer, JobEnvironment environment)
    {
        if (environment.OsType.Value is { } system)
        {
            writer.WriteString("osType", system);
        }

        if (environment.Description is { } description)
        {
            writer.WriteString("description", description);
        }

        if (environment.Tags.Count > 0)
        {
            writer.WriteStartObject("tags");
            foreach ((string name, string value) in environment.Tags)
            {
                writer.WriteString(name, value);
            }

            writer.WriteEndObject();
        }
    }

    private async Task<string> RegisterAsync(
        EnvironmentNeed environment, DataUploader data, IProgress<UploadProgress>? progress, CancellationToken cancellationToken)
    {
        UploadedData? build = environment.BuildContext is null
            ? null
            : await data.EnsureAsync(environment.BuildContext, progress, cancellationToken).ConfigureAwait(false);
        using JsonDocument registered = await _requests.RegisterAsync(
            "environments", AnonymousName, environment.Version, writer => WriteBody(writer, environment, build is null ? environment.ContextAddress : build.Address.AbsoluteUri + "/"), cancellationToken).ConfigureAwait(false);
        return JsonPath.RequiredText(registered.RootElement, "id");
    }
}
