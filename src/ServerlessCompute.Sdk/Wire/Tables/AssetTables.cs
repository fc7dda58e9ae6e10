namespace ServerlessCompute;

/// <summary>The tables of what a workspace keeps under a name.</summary>
internal static class AssetTables
{
    public static Shape<EnvironmentAsset> Environment { get; } = Of(new EnvironmentAsset())
        .Add("image", Forms.Text, e => e.Image, (e, v) => e with { Image = v })
        .Add("condaFile", new CondaForm(), e => e.Conda, (e, v) => e with { Conda = v })
        .Add("build", EnvironmentBuild.Table, e => EnvironmentBuild.Of(e), (e, v) => e with { BuildContext = v.Context, DockerfilePath = v.DockerfilePath }, property: "")
        .Add("osType", Forms.Text, e => e.OsType, (e, v) => e with { OsType = v })
        .Add("stage", Forms.Text, e => e.Stage, (e, v) => e with { Stage = v });

    public static Shape<DataAsset> Data { get; } = Of(new DataAsset())
        .Add("dataType", DataTables.InputType, d => d.Type, (d, v) => d with { Type = v })
        .Add("dataUri", Forms.Path, d => d.Path, (d, v) => d with { Path = v });

    public static Shape<ModelAsset> Model { get; } = Of(new ModelAsset())
        .Add("modelType", DataTables.InputType, m => m.Type, (m, v) => m with { Type = v })
        .Add("modelUri", Forms.Path, m => m.Path, (m, v) => m with { Path = v })
        .Add("jobName", Forms.Text, m => m.JobName, (m, v) => m with { JobName = v })
        .Add("flavors", Forms.Extras, m => m.Flavors, (m, v) => m with { Flavors = v })
        .Add("stage", Forms.Text, m => m.Stage, (m, v) => m with { Stage = v });

    public static Shape<CodeAsset> Code { get; } = Of(new CodeAsset())
        .Add("codeUri", Forms.Text, c => c.Address, (c, v) => c with { Address = v });

    public static Shape<ComponentAsset> Component { get; } = Of(new ComponentAsset())
        .Add("componentSpec", Forms.Json, c => c.Specification, (c, v) => c with { Specification = v });

    public static Shape<Datastore> Datastore { get; } = new Shape<Datastore>(new Datastore { Name = "" })
        .Add("description", Forms.Text, d => d.Description, (d, v) => d with { Description = v })
        .Add("tags", Forms.Texts, d => d.Tags, (d, v) => d with { Tags = v })
        .Add("datastoreType", new WordForm<DatastoreType>(), d => d.Type, (d, v) => d with { Type = v })
        .Add("credentials", new CredentialsForm(), d => d.Credentials, (d, v) => d with { Credentials = v })
        .Add("accountName", Forms.Text, d => d.AccountName, (d, v) => d with { AccountName = v })
        .Add("containerName", Forms.Text, d => d.ContainerName, (d, v) => d with { ContainerName = v })
        .Add("filesystem", Forms.Text, d => d.Filesystem, (d, v) => d with { Filesystem = v })
        .Add("fileShareName", Forms.Text, d => d.FileShareName, (d, v) => d with { FileShareName = v })
        .Add("endpoint", Forms.Text, d => d.Endpoint, (d, v) => d with { Endpoint = v })
        .Add("protocol", Forms.Text, d => d.Protocol, (d, v) => d with { Protocol = v });

    private static Shape<T> Of<T>(T seed)
        where T : RegisteredAsset => new Shape<T>(seed)
        .Add("description", Forms.Text, a => a.Description, (a, v) => a with { Description = v })
        .Add("tags", Forms.Texts, a => a.Tags, (a, v) => a with { Tags = v })
        .Add("properties", Forms.Texts, a => a.Properties, (a, v) => a with { Properties = v })
        .Add("isArchived", new TrueForm(), a => a.IsArchived, (a, v) => a with { IsArchived = v })
        .Add("isAnonymous", new TrueForm(), a => a.IsAnonymous, (a, v) => a with { IsAnonymous = v });
}
