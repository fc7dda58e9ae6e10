namespace ServerlessCompute;

/// <summary>A member of a job that the version of the contract it would be sent with does not know.</summary>
/// <param name="Path">Where the member stands in the job.</param>
/// <param name="Version">The version that does not know it.</param>
/// <param name="KnownIn">A version that does; null when there is none.</param>
internal sealed record UnknownMember(string Path, string Version, string? KnownIn);
