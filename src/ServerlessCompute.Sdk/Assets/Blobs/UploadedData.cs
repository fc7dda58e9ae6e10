namespace ServerlessCompute;

/// <summary>Data in the workspace's blob store.</summary>
/// <param name="Location">Its place in the container, without a slash at its end.</param>
/// <param name="Address">Its web address, without a signature.</param>
internal sealed record UploadedData(string Location, Uri Address)
{
    /// <summary>The address that a job gives for it.</summary>
    public string DatastoreUri => $"azureml://datastores/{Datastore.WorkspaceBlobStore}/paths/{Location}";
}
