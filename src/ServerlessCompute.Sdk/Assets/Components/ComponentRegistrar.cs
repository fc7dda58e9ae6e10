using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// Registers components described in place. Each is known by its content, so one that this client has registered is not sent again,
/// however often it is used: the service takes seconds for each.
/// </summary>
internal sealed class ComponentRegistrar(AssetContext context)
{
    private readonly WorkspaceRequests _requests = new(context);

    /// <param name="spec">The component's specification; everything in it is an id or an address.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The component's resource id. It is the service's own: not the one that was asked for.</returns>
    /// <exception cref="ServerlessRequestException">The service refused.</exception>
    public Task<string> EnsureAsync(JsonElement spec, CancellationToken cancellationToken)
    {
        Guid version = ComponentHash.OfAnonymous(spec);
        return context.Components.GetAsync(version, () => RegisterAsync(version, spec, cancellationToken), cancellationToken);
    }

    private async Task<string> RegisterAsync(Guid version, JsonElement spec, CancellationToken cancellationToken)
    {
        using JsonDocument registered = await _requests.RegisterAsync(
            "components",
            ComponentSpecText.AnonymousName,
            version.ToString(),
            writer => ComponentSpecText.WriteAnonymous(writer, spec),
            cancellationToken).ConfigureAwait(false);
        return JsonPath.RequiredText(registered.RootElement, "id");
    }
}
