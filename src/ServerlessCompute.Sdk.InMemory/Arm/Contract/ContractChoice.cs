namespace ServerlessCompute;

/// <summary>One way to decide a switch.</summary>
/// <param name="Word">What the deciding member says.</param>
/// <param name="Model">The model's name, or null for what is not looked into.</param>
/// <param name="Since">The api-versions that know it, or None for all.</param>
internal sealed record ContractChoice(string Word, string? Model, JobMembers Since);
