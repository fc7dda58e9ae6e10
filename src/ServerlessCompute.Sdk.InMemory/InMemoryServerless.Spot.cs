namespace ServerlessCompute;

/// <content>Spot machines that are taken, for tests that say when.</content>
public sealed partial class InMemoryServerless
{
    /// <summary>
    /// Gives Spot machines notice, as Azure does when it needs them back: after <see cref="SpotMarket.Notice"/> (30 seconds) they are taken,
    /// and the job fares as <see cref="SpotMarket.OnEviction"/> says.
    /// </summary>
    /// <param name="jobOrNode">A job, for all its machines, or the name of one of <see cref="Nodes"/>.</param>
    /// <exception cref="ArgumentException">There is no such job or machine, or it has no Spot machines now.</exception>
    public void Evict(string jobOrNode) => OnSpotNodes(RecordedVerbs.Evict, jobOrNode, _engine.Machines.Spot.Announce);

    /// <summary>Withdraws the notices that Spot machines were given, as Azure does when it need not take them after all.</summary>
    /// <param name="jobOrNode">A job, for all its machines, or the name of one of <see cref="Nodes"/>.</param>
    /// <exception cref="ArgumentException">There is no such job or machine, or it has no Spot machines now.</exception>
    public void WithdrawEviction(string jobOrNode) => OnSpotNodes(RecordedVerbs.Withdraw, jobOrNode, static node => node.Notice?.Withdraw());

    private void OnSpotNodes(string verb, string jobOrNode, Action<Node> action)
    {
        ArgumentException.ThrowIfNullOrEmpty(jobOrNode);
        _engine.Do(() =>
        {
            Node[] nodes = [.. _engine.Machines.SpotNodes(jobOrNode)];
            if (nodes.Length == 0)
            {
                throw new ArgumentException(
                    $"'{jobOrNode}' is neither a job that has Spot machines now nor one of them. A job asks for them with WithQueueSettings(JobTier.Spot), and has them once it is no longer waiting; Nodes lists all machines.",
                    nameof(jobOrNode));
            }

            _engine.Recorder?.Add(verb, jobOrNode);
            Array.ForEach(nodes, action);
        });
    }
}
