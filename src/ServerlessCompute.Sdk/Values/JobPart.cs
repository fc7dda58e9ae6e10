namespace ServerlessCompute;

/// <summary>What every part of a job can carry: members of the service's contract that this library has no property for.</summary>
public abstract record JobPart
{
    private protected JobPart()
    {
    }

    /// <summary>
    /// Members that the service knows and this library does not, by their name on the wire. They survive reading and writing, and
    /// they are sent as they are.
    /// </summary>
    /// <value>Empty unless something was read or set.</value>
    public ValueMap<RawJson> AdditionalProperties { get; init; } = ValueMap<RawJson>.Empty;
}
