using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Uploads what something that is to be registered has on this machine.</summary>
internal sealed class LocalFiles(ServiceConnection connection, UploadOptions options)
{
    private readonly AssetContext _context = AssetContext.Of(connection);
    private readonly PlanScope _scope = new(connection.WorkspacePath, options.BaseFolder ?? ".", options.MaxUploadBytes);

    /// <summary>Brings data or a model into the workspace's blob store.</summary>
    /// <returns>Its address; the path itself when it is not local.</returns>
    public async Task<AssetPath> UploadAsync(AssetPath? path, InputType type, CancellationToken cancellationToken)
    {
        if (path is null)
        {
            throw new ArgumentException("What is registered needs a path: where it is, here or in a datastore.", nameof(path));
        }

        if (!path.IsLocal)
        {
            return path;
        }

        CommandJob job = new() { Inputs = [new("path", new DataInput { Type = type, Path = path })] };
        var resolved = (CommandJob)await ApplyAsync(job, cancellationToken).ConfigureAwait(false);
        return ((DataInput)resolved.Inputs["path"]).Path!;
    }

    /// <summary>Brings code into the workspace, where it is not there already.</summary>
    /// <returns>Its resource id.</returns>
    public async Task<string> UploadCodeAsync(AssetPath code, CancellationToken cancellationToken)
    {
        var resolved = (CommandJob)await ApplyAsync(new CommandJob { Code = code }, cancellationToken).ConfigureAwait(false);
        return resolved.Code!.Text;
    }

    /// <summary>Reads the conda file of an environment and uploads what its image is built from.</summary>
    public async Task<EnvironmentAsset> ResolveAsync(EnvironmentAsset environment, CancellationToken cancellationToken)
    {
        if (environment is { CondaFile: null, BuildContext: null or { IsLocal: false } })
        {
            return environment;
        }

        var collector = new AssetCollector(_scope, cancellationToken);
        await Task.Run(
            () => collector.Environment("environment", new JobEnvironment
            {
                Image = environment.Image,
                CondaFile = environment.CondaFile,
                BuildContext = environment.BuildContext,
                DockerfilePath = environment.DockerfilePath,
            }),
            cancellationToken).ConfigureAwait(false);
        var need = (EnvironmentNeed)collector.Needs[^1];
        EnvironmentAsset resolved = environment with { CondaFile = null, Conda = need.CondaFile };
        if (need.BuildContext is not { } context)
        {
            return resolved;
        }

        UploadedData uploaded = await new DataUploader(_context, new DatastoreDoor(_context)).EnsureAsync(context, options.Progress, cancellationToken).ConfigureAwait(false);
        return resolved with { BuildContext = new AssetPath(uploaded.Address.AbsoluteUri + "/") };
    }

    /// <summary>Brings in what a component is made of: code, environment, the components of its steps.</summary>
    /// <returns>Its specification, in which everything is an id or an address.</returns>
    public async Task<RawJson> ResolveAsync(Component component, CancellationToken cancellationToken)
    {
        var collector = new AssetCollector(_scope, cancellationToken);
        Component planned = await Task.Run(() => component.Visit("component", collector), cancellationToken).ConfigureAwait(false);
        IReadOnlyDictionary<string, string> named = await new PlanApplier(_context).EnsureAsync(collector.Needs, options.Progress, cancellationToken).ConfigureAwait(false);
        JsonElement specification = JsonElement.Parse(ComponentWire.WriteSpec(planned).Span);
        return RawJson.From(JsonElement.Parse(ComponentSpecText.Resolve(specification, named).Span));
    }

    private async Task<Job> ApplyAsync(CommandJob job, CancellationToken cancellationToken)
    {
        JobPlan plan = await JobPlanner.PlanAsync(job, _scope, cancellationToken).ConfigureAwait(false);
        return await new PlanApplier(_context).ApplyAsync(plan, options.Progress, cancellationToken).ConfigureAwait(false);
    }
}
