namespace ServerlessCompute;

/// <summary>The job runs with a token of the workspace: what the service does when a job names no identity. Immutable.</summary>
public sealed record AmlTokenConfiguration : IdentityConfiguration
{
    internal override string Kind => "AMLToken";
}
