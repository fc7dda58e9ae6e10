namespace ServerlessCompute;

/// <summary>What is done about a <see cref="PlannedAsset"/>.</summary>
public enum PlannedAction
{
    /// <summary>Files are sent to the workspace's storage, unless the same are there. Code is registered as well.</summary>
    Upload,

    /// <summary>It is registered under the hash of its content.</summary>
    Register,

    /// <summary>The workspace is asked for the newest version.</summary>
    LookUp,
}
