namespace ServerlessCompute;

/// <summary>What an entry of the queue is.</summary>
internal enum TrackingEntryKind
{
    Metric,

    Parameter,

    Tag,

    /// <summary>Nothing to send: it tells whoever waits that everything before it has been dealt with.</summary>
    Marker,
}
