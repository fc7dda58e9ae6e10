namespace ServerlessCompute;

/// <summary>The table of as whom a job runs.</summary>
internal static class IdentityTables
{
    public static ValueForm<IdentityConfiguration> Identity { get; } = Form("identity_type", word => null);

    /// <summary>As steps of AutoML spell it: as YAML does.</summary>
    public static ValueForm<IdentityConfiguration> AsInYaml { get; } = Form("type", word => word);

    private static WireForm<IdentityConfiguration> Form(string stepKey, Func<string, string?> stepWord) => new(
        new UnionForm<IdentityConfiguration>(
                new MemberNames("identityType", stepKey, "type"),
                new UnknownForm<IdentityConfiguration>(word => new UnknownIdentityConfiguration(word), identity => identity.Kind))
            .Add("UserIdentity", new Shape<UserIdentityConfiguration>(new()), stepWord("user_identity"))
            .Add(
                "Managed",
                new Shape<ManagedIdentityConfiguration>(new())
                    .Add(MemberNames.NotRest("client_id"), Forms.Text, i => i.ClientId, (i, v) => i with { ClientId = v })
                    .Add(MemberNames.NotRest("object_id"), Forms.Text, i => i.ObjectId, (i, v) => i with { ObjectId = v })
                    .Add(MemberNames.NotRest("resource_id", "resource_id", "msi_resource_id"), Forms.Text, i => i.ResourceId, (i, v) => i with { ResourceId = v }),
                stepWord("managed_identity"),
                "managed",
                "managed_identity")
            .Add("AMLToken", new Shape<AmlTokenConfiguration>(new()), stepWord("aml_token"), "aml_token"),
        IdentityWire.Write,
        IdentityWire.Read);
}
