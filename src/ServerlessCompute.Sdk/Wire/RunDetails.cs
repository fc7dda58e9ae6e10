
namespace ServerlessCompute;

/// <summary>
/// What run history says about a run. One pass over the answer finds where each member is; a member is read when somebody asks for
/// it, since most answers are asked for their status and nothing else. Keeps the answer's bytes. Thread-safe.
/// </summary>
/// <remarks>Reads the run's details, the run's own document and the items of a list of runs: their members have the same names.</remarks>
internal sealed class RunDetails
{
    private readonly ReadOnlyMemory<byte> _utf8;
    private readonly RunMembers _members;

    private RunDetails(ReadOnlyMemory<byte> utf8, RunMembers members)
    {
        _utf8 = utf8;
        _members = members;
        Status = members.Status;
        Revision = members.Revision;
    }

    public JobStatus Status { get; }

    /// <summary>Grows with every change of the run; null when the service does not say it.</summary>
    public long? Revision { get; }

    public string? RunId => Text(_members.RunId);

    public string? ParentRunId => Text(_members.ParentRunId);

    public string? DisplayName => Text(_members.DisplayName);

    public DateTimeOffset? CreatedAt => Read(_members.CreatedAt, WireValue.Instant);

    public DateTimeOffset? StartedAt => Read(_members.StartedAt, WireValue.Instant);

    public DateTimeOffset? EndedAt => Read(_members.EndedAt, WireValue.Instant);

    /// <summary>Why the run failed; null when it did not.</summary>
    public ServiceError? Error => Read(_members.Error, ServiceErrorWire.Read);

    /// <summary>Somebody's reason for cancelling the run.</summary>
    public string? CancelationReason => Text(_members.CancelationReason);

    /// <summary>The addresses of log files by their path. The addresses carry signatures: they are not to be shown.</summary>
    public ValueMap<string> LogFiles => Texts(_members.LogFiles);

    public ValueMap<string> Tags => Texts(_members.Tags);

    public ValueMap<string> Properties => Texts(_members.Properties);

    /// <summary>The machines that the run got; null before it has any.</summary>
    public RunCompute? Compute => Read(_members.Compute, RunPartsWire.ReadCompute);

    /// <summary>Why the run waits; null when it does not.</summary>
    public RunQueueing? Queueing => Read(_members.Queueing, RunPartsWire.ReadQueueing);

    public ValueList<string> Warnings => Read(_members.Warnings, RunPartsWire.ReadWarnings) ?? ValueList<string>.Empty;

    /// <summary>The assets that the run left behind, by the output's name.</summary>
    public ValueMap<RunOutput> Outputs => Read(_members.Outputs, RunPartsWire.ReadOutputs) ?? ValueMap<RunOutput>.Empty;

    /// <exception cref="JobFormatException">The text is no such document. A member of the wrong type is found when it is asked for.</exception>
    public static RunDetails Read(ReadOnlyMemory<byte> utf8) => new(utf8, WireDocument.Read(utf8.Span, RunMembers.Find));

    private string? Text(Range at) => Read(at, WireValue.Text);

    private ValueMap<string> Texts(Range at) => Read(at, RunPartsWire.ReadTexts) ?? ValueMap<string>.Empty;

    private T? Read<T>(Range at, WireRead<T> read) =>
        at.Equals(default) ? default : WireDocument.Read(_utf8.Span[at], read);
}
