namespace ServerlessCompute;

/// <summary>The job reads data as the person who submits it. Immutable.</summary>
public sealed record UserIdentityConfiguration : IdentityConfiguration
{
    internal override string Kind => "UserIdentity";
}
