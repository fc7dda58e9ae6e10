namespace ServerlessCompute;

/// <summary>What happens to a job whose Spot machine is taken.</summary>
public enum SpotEvictionPolicy
{
    /// <summary>It fails with <c>PreemptionError</c>: what users of the service saw.</summary>
    Fail,

    /// <summary>It goes back into the queue and runs again from its beginning.</summary>
    Requeue,

    /// <summary>It is cancelled.</summary>
    Cancel,
}
