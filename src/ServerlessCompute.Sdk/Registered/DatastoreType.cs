namespace ServerlessCompute;

/// <summary>What kind of storage a datastore is. An open set: values the service adds later pass through.</summary>
[OpenEnum]
public readonly partial struct DatastoreType
{
    /// <summary>The known words as constants, for <c>case</c> labels and attributes.</summary>
    public static class Values
    {
        /// <summary>A container of a storage account.</summary>
        public const string AzureBlob = "AzureBlob";

        /// <summary>A share of a storage account.</summary>
        public const string AzureFile = "AzureFile";

        /// <summary>A file system of a storage account with folders.</summary>
        public const string AzureDataLakeGen2 = "AzureDataLakeGen2";

        /// <summary>A store of the first generation.</summary>
        public const string AzureDataLakeGen1 = "AzureDataLakeGen1";

        /// <summary>A lakehouse of Fabric.</summary>
        public const string OneLake = "OneLake";
    }
}
