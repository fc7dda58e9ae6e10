namespace ServerlessCompute;

/// <summary>The machines that a run got. Anything the service does not say is null.</summary>
/// <param name="Target">The compute's name.</param>
/// <param name="TargetType">The compute's kind, such as <c>amlctrain</c>.</param>
/// <param name="VmSize">The VM size of each node.</param>
/// <param name="InstanceCount">The number of nodes.</param>
/// <param name="GpuCount">The number of GPUs.</param>
/// <param name="Priority">Dedicated or low priority.</param>
/// <param name="Region">Where the machines are.</param>
internal sealed record RunCompute(
    string? Target,
    string? TargetType,
    string? VmSize,
    int? InstanceCount,
    int? GpuCount,
    string? Priority,
    string? Region);
