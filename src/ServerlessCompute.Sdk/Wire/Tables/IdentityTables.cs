namespace ServerlessCompute;

/// <summary>The table of as whom a job runs.</summary>
internal static class IdentityTables
{
    private static readonly UnionForm<IdentityConfiguration> _union =
        new UnionForm<IdentityConfiguration>(
                new MemberNames("identityType", "identity_type", "type"),
                new UnknownForm<IdentityConfiguration>(word => new UnknownIdentityConfiguration(word), identity => identity.Kind))
            .Add("UserIdentity", new Shape<UserIdentityConfiguration>(new()))
            .Add(
                "Managed",
                new Shape<ManagedIdentityConfiguration>(new())
                    .Add(MemberNames.NotRest("client_id"), Forms.Text, i => i.ClientId, (i, v) => i with { ClientId = v })
                    .Add(MemberNames.NotRest("object_id"), Forms.Text, i => i.ObjectId, (i, v) => i with { ObjectId = v })
                    .Add(MemberNames.NotRest("resource_id", "resource_id", "msi_resource_id"), Forms.Text, i => i.ResourceId, (i, v) => i with { ResourceId = v }),
                step: null,
                "managed",
                "managed_identity")
            .Add("AMLToken", new Shape<AmlTokenConfiguration>(new()), step: null, "aml_token");

    public static ValueForm<IdentityConfiguration> Identity { get; } = new WireForm<IdentityConfiguration>(_union, IdentityWire.Write, IdentityWire.Read);
}
