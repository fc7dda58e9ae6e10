namespace ServerlessCompute;

/// <summary>How tokens are got.</summary>
public enum CredentialKind
{
    /// <summary>Azure's default credential: environment, workload, managed identity, then the tools of a developer.</summary>
    Default,

    /// <summary>A managed identity of the machine: the system's own, or one that is named by its client, object or resource id.</summary>
    ManagedIdentity,

    /// <summary>The identity that Kubernetes gives to a workload.</summary>
    WorkloadIdentity,

    /// <summary>Whoever is logged in to Azure's command line.</summary>
    AzureCli,
}
