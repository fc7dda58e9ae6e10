namespace ServerlessCompute;

/// <content>Named compute clusters beside serverless compute.</content>
public sealed partial class InMemoryServerless
{
    /// <summary>The named clusters, by name, as they are at this moment.</summary>
    public IReadOnlyList<InMemoryCluster> Clusters
    {
        get
        {
            lock (_engine.Pacemaker.Gate)
            {
                return [.. _engine.Machines.Clusters.Values.Select(static c => JobView.Of(c))];
            }
        }
    }

    /// <summary>
    /// Adds a named compute cluster. Jobs that name it run on its nodes, in the order in which they came; it starts nodes while jobs wait and
    /// lets them go when they were idle for a while. Its nodes use the same quota as serverless jobs, the idle ones too.
    /// </summary>
    /// <param name="name">The name, 2 to 32 letters, digits and '-'.</param>
    /// <param name="instanceType">The VM size of its nodes.</param>
    /// <param name="minNodes">It never has fewer nodes.</param>
    /// <param name="maxNodes">It never has more nodes.</param>
    /// <param name="idleTimeBeforeScaleDown">How long a node stays idle before it goes; <see langword="null"/> for 120 seconds.</param>
    /// <param name="tier"><see cref="JobTier.Spot"/> for low-priority nodes; every other tier is dedicated.</param>
    /// <returns>The cluster. When quota can never hold its least nodes it has an error, and jobs that name it fail, as in the service.</returns>
    /// <exception cref="ArgumentException">The name is not one or is taken, the size is not offered, or a number is negative or out of order.</exception>
    public InMemoryCluster AddCluster(string name, string instanceType, int minNodes, int maxNodes, TimeSpan? idleTimeBeforeScaleDown = null, JobTier tier = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentException.ThrowIfNullOrEmpty(instanceType);
        ArgumentOutOfRangeException.ThrowIfNegative(minNodes);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxNodes, Math.Max(1, minNodes));
        TimeSpan idle = idleTimeBeforeScaleDown ?? TimeSpan.FromSeconds(120);
        ArgumentOutOfRangeException.ThrowIfLessThan(idle, TimeSpan.Zero, nameof(idleTimeBeforeScaleDown));
        if (name.Length is < 2 or > 32 || !char.IsAsciiLetter(name[0]) || !name.All(static c => char.IsAsciiLetterOrDigit(c) || c == '-') || name.Equals("serverless", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"'{name}' cannot be the name of a cluster. It begins with a letter and has 2 to 32 letters, digits and '-'; 'serverless' is taken.", nameof(name));
        }

        if (_engine.Machines.Catalogue.Find(instanceType) is not { IsOffered: true } size)
        {
            throw new ArgumentException($"The VM size {instanceType} is not offered in {Options.Region}. Near it are {string.Join(", ", _engine.Machines.Catalogue.Nearest(instanceType, 3).Select(static s => s.Name))}.", nameof(instanceType));
        }

        var scale = new ClusterScale(minNodes, maxNodes, idle) { StartTime = _engine.Timings.NodeStart, LeaveTime = _engine.Timings.NodeLeave };
        InMemoryCluster? added = null;
        _engine.Do(() =>
        {
            if (_engine.Machines.Clusters.ContainsKey(name))
            {
                throw new ArgumentException($"There is a cluster '{name}' already.", nameof(name));
            }

            _engine.Recorder?.Add(RecordedVerbs.Cluster, name, instanceType, RecordedVerbs.Text(minNodes), RecordedVerbs.Text(maxNodes), RecordedVerbs.Text(idle.Ticks), RecordedVerbs.Text(tier));
            added = JobView.Of(_engine.Machines.AddCluster(name, size, tier == JobTier.Spot ? ComputeTier.LowPriority : ComputeTier.Dedicated, scale));
        });
        return added!;
    }
}
