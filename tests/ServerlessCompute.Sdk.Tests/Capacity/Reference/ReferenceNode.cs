namespace ServerlessCompute;

/// <summary>A machine of the <see cref="ReferenceScheduler"/>.</summary>
internal sealed class ReferenceNode(long number, ReferenceClaim payer, long now)
{
    public long Number { get; } = number;

    public ReferenceClaim Payer { get; set; } = payer;

    public long PaidUntil { get; set; } = now;

    /// <summary>Since when nobody uses it.</summary>
    public long IdleSince { get; set; }
}
