namespace ServerlessCompute;

/// <summary>Which environments have their image. The first job that uses one with a conda file or a build context starts the build, others wait for it. Under the engine's lock.</summary>
internal sealed class ImageBuilds(AssetStore assets, CommandTimings timings, FaultBook faults)
{
    private readonly Dictionary<string, long> _readyAt = new(StringComparer.Ordinal);
    private readonly HashSet<string> _failing = new(StringComparer.Ordinal);

    public bool NeedsBuild(string environmentId) => (!_readyAt.ContainsKey(environmentId) || _failing.Contains(environmentId)) && assets.EnvironmentNeedsBuild(environmentId);

    /// <summary>How long from <paramref name="now"/> until the image is there, or null when it is.</summary>
    public TimeSpan? Begin(string environmentId, long now)
    {
        Problem(environmentId, now);
        if (!_readyAt.TryGetValue(environmentId, out long ready))
        {
            if (!assets.EnvironmentNeedsBuild(environmentId))
            {
                return null;
            }

            ready = now + timings.ImageBuild(environmentId).Ticks;
            _readyAt.Add(environmentId, ready);
            if (faults.FailsImageBuild())
            {
                _failing.Add(environmentId);
            }
        }

        return ready > now || _failing.Contains(environmentId) ? TimeSpan.FromTicks(ready - now) : null;
    }

    /// <summary>Why the build that a job waited for failed, or null when there is its image. The next job builds anew.</summary>
    public RunError? Problem(string environmentId, long now)
    {
        if (!_failing.Contains(environmentId))
        {
            return null;
        }

        // All who waited for this build learn of it in the same instant; then it is forgotten.
        if (_readyAt.TryGetValue(environmentId, out long ready) && ready < now)
        {
            _failing.Remove(environmentId);
            _readyAt.Remove(environmentId);
            return null;
        }

        return new RunError("UserError", "Image build failed. For more details, check the log azureml-logs/20_image_build_log.txt.") { InnerCode = "ImageBuildFailure" };
    }
}
