namespace ServerlessCompute;

/// <summary>Which environments have their image. The first job that uses one with a conda file or a build context starts the build, others wait for it. Under the engine's lock.</summary>
internal sealed class ImageBuilds(AssetStore assets, CommandTimings timings)
{
    private readonly Dictionary<string, long> _readyAt = new(StringComparer.Ordinal);

    public bool NeedsBuild(string environmentId) => !_readyAt.ContainsKey(environmentId) && assets.EnvironmentNeedsBuild(environmentId);

    /// <summary>How long from <paramref name="now"/> until the image is there, or null when it is.</summary>
    public TimeSpan? Begin(string environmentId, long now)
    {
        if (!_readyAt.TryGetValue(environmentId, out long ready))
        {
            if (!assets.EnvironmentNeedsBuild(environmentId))
            {
                return null;
            }

            ready = now + timings.ImageBuild(environmentId).Ticks;
            _readyAt.Add(environmentId, ready);
        }

        return ready > now ? TimeSpan.FromTicks(ready - now) : null;
    }
}
