namespace ServerlessCompute;

/// <summary>Data in the workspace's blob store.</summary>
/// <param name="Location">Its place in the container, without a slash at its end.</param>
/// <param name="Address">Its web address, without a signature.</param>
internal sealed record UploadedData(string Location, Uri Address)
{
    /// <summary>The address that a job gives for it.</summary>
    public string DatastoreUri => UriOf(Location);

    /// <summary>The same for any place in the container.</summary>
    public static string UriOf(string location) => $"azureml://datastores/{DatastorePlace.WorkspaceBlobStore}/paths/{location}";
}
