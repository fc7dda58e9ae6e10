namespace ServerlessCompute;

/// <summary>What an <see cref="AssetPath"/> points to.</summary>
public enum AssetPathKind
{
    /// <summary>A file or folder of this machine.</summary>
    Local,

    /// <summary>An address: <c>azureml://</c>, <c>https://</c>, <c>wasbs://</c>, <c>abfss://</c> and the like.</summary>
    Uri,

    /// <summary>A registered asset of the workspace: <c>azureml:name:version</c> or <c>azureml:name@latest</c>.</summary>
    AssetReference,

    /// <summary>An asset's full resource id.</summary>
    ResourceId,

    /// <summary>A value that is only known when the job runs: <c>${{parent.inputs.x}}</c>.</summary>
    Binding,
}
