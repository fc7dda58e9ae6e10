using System.Runtime.CompilerServices;

namespace ServerlessCompute;

/// <summary>How an <see cref="InMemoryServerless"/> behaves.</summary>
/// <remarks>Immutable and thread-safe. The names are those of the one workspace that the service has.</remarks>
public sealed record InMemoryServerlessOptions
{
    /// <summary>Decides everything that is left to chance: durations, ids. Equal seeds and equal requests give an equal history.</summary>
    /// <value>0.</value>
    public int Seed { get; init; }

    /// <summary>How time passes.</summary>
    /// <value><see cref="InMemoryClock.Virtual"/>.</value>
    public InMemoryClock Clock { get; init; }

    /// <summary>What the clock shows at first; the real clock ignores it.</summary>
    /// <value>2026-01-05 09:00 UTC.</value>
    public DateTimeOffset StartTime { get; init; } = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The Azure region.</summary>
    /// <value><c>eastus</c>.</value>
    public string Region { get; init; } = "eastus";

    /// <summary>The subscription's id.</summary>
    /// <value>A GUID of zeros.</value>
    public string SubscriptionId { get; init; } = "00000000-0000-0000-0000-000000000000";

    /// <summary>The resource group.</summary>
    /// <value><c>in-memory</c>.</value>
    public string ResourceGroup { get; init; } = "in-memory";

    /// <summary>The workspace.</summary>
    /// <value><c>serverless</c>.</value>
    public string WorkspaceName { get; init; } = "serverless";

    /// <summary>How many cores the subscription may use.</summary>
    /// <value><see cref="QuotaProfile.Generous"/>.</value>
    public QuotaProfile Quota { get; init; } = QuotaProfile.Generous;

    /// <summary>The ARM id of the subnet that the workspace puts serverless computes in.</summary>
    /// <value><see langword="null"/>: the service's own network.</value>
    public string? ServerlessSubnetId { get; init; }

    /// <summary>Whether serverless computes of the workspace have no public address.</summary>
    /// <value><see langword="false"/>.</value>
    public bool ServerlessNoPublicIP { get; init; }

    /// <summary>Whether every request and its answer is kept, for <see cref="InMemoryHistory.Exchanges"/> and <see cref="InMemoryHistory.ReplayAsync"/>.</summary>
    /// <value><see langword="false"/>.</value>
    public bool RecordRequests { get; init; }

    /// <summary>How Spot machines come and go.</summary>
    /// <value><see cref="SpotMarket.Calm"/>: only <see cref="InMemoryServerless.Evict"/> takes them.</value>
    public SpotMarket Spot { get; init; } = SpotMarket.Calm;

    /// <summary>How long a node is kept when its job is over: the next job of the same size, tier, image and owner has it at once.</summary>
    /// <value>120 seconds, as the service does; zero releases nodes with their jobs.</value>
    public TimeSpan IdleNodeTime { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Whether a job that can never get its machines is refused when it is sent or fails afterwards.</summary>
    /// <value><see cref="RefuseAt.Run"/>.</value>
    public RefuseAt RefuseAt { get; init; }

    /// <summary>What is accepted beyond the contract.</summary>
    /// <value><see cref="Strictness.AsRecorded"/>.</value>
    public Strictness Strictness { get; init; }

    /// <summary>
    /// Whether each plain read of a live job moves the virtual or manual clock to the next event. For clients that poll and never ask the
    /// service to hold a request, such as the official ones.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool AdvanceOnRead { get; init; }

    /// <summary>
    /// Whether a job that names a compute is taken as if it named none, whatever the name. Otherwise such a job is answered with 404, since
    /// this workspace has no clusters.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool AdmitAnyCompute { get; init; }

    /// <summary>The ids (resource, client or object) of the user-assigned identities that are attached to the workspace; a job with another one is refused.</summary>
    /// <value><see langword="null"/>: every identity is attached.</value>
    public IReadOnlyList<string>? UserAssignedIdentities { get; init; }

    /// <summary>The clock on the wall, which local processes and the real clock go by.</summary>
    internal TimeProvider HostTime { get; init; } = TimeProvider.System;

    internal void Validate()
    {
        CheckName(Region);
        CheckName(SubscriptionId);
        CheckName(ResourceGroup);
        CheckName(WorkspaceName);
        CheckQuota(Quota);
        CheckTime(IdleNodeTime);
        Spot.Validate();
    }

    private static void CheckTime(TimeSpan time, [CallerArgumentExpression(nameof(time))] string? option = null)
    {
        if (time < TimeSpan.Zero)
        {
            throw new ArgumentException($"{option} is {time}, and a time cannot be negative.", nameof(time));
        }
    }

    private static void CheckQuota(QuotaProfile quota)
    {
        if (!quota.IsValid)
        {
            throw new ArgumentException("Quota is a number of vCPUs from 0 on, for each family and in all, and one of this profile is negative.", nameof(quota));
        }
    }

    private static void CheckName(string name, [CallerArgumentExpression(nameof(name))] string? option = null)
    {
        if (string.IsNullOrEmpty(name) || !name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '(' or ')'))
        {
            throw new ArgumentException($"{option} is '{name}'. It stands in addresses: use letters, digits, '-', '_' and '.'.", nameof(name));
        }
    }
}
