namespace ServerlessCompute;

/// <summary>An output of a job as the service keeps it. Immutable; can be made in tests.</summary>
/// <param name="Name">The output's name.</param>
/// <param name="Type">What it is.</param>
/// <param name="Uri">Where it is kept.</param>
public sealed record JobOutput(string Name, OutputType Type, string Uri);
