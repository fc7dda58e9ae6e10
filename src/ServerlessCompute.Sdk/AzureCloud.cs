namespace ServerlessCompute;

/// <summary>
/// One of Azure's clouds: where its doors are and for whom its tokens are made. Immutable.
/// </summary>
/// <example>
/// <code>
/// var options = new ServerlessComputeClientOptions { Cloud = AzureCloud.UsGovernment };
/// var credential = new DefaultAzureCredential(new DefaultAzureCredentialOptions { AuthorityHost = options.Cloud.AuthorityHost });
/// </code>
/// </example>
public sealed record AzureCloud
{
    /// <summary>The public cloud.</summary>
    public static AzureCloud Public { get; } = new()
    {
        Name = "AzureCloud",
        ResourceManagerEndpoint = new("https://management.azure.com"),
        AuthorityHost = new("https://login.microsoftonline.com/"),
        MachineLearningResource = "https://ml.azure.com",
        StorageSuffix = "core.windows.net",
    };

    /// <summary>The cloud of the government of the United States.</summary>
    public static AzureCloud UsGovernment { get; } = new()
    {
        Name = "AzureUSGovernment",
        ResourceManagerEndpoint = new("https://management.usgovcloudapi.net"),
        AuthorityHost = new("https://login.microsoftonline.us/"),
        MachineLearningResource = "https://ml.azure.us",
        StorageSuffix = "core.usgovcloudapi.net",
    };

    /// <summary>The cloud in China.</summary>
    public static AzureCloud China { get; } = new()
    {
        Name = "AzureChinaCloud",
        ResourceManagerEndpoint = new("https://management.chinacloudapi.cn"),
        AuthorityHost = new("https://login.chinacloudapi.cn/"),
        MachineLearningResource = "https://ml.azure.cn",
        StorageSuffix = "core.chinacloudapi.cn",
    };

    /// <summary>The name that Azure's command line has for it: <c>AzureCloud</c>, <c>AzureUSGovernment</c>, <c>AzureChinaCloud</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Where Azure Resource Manager is. Tokens for it are made for this address.</summary>
    public required Uri ResourceManagerEndpoint { get; init; }

    /// <summary>Where credentials get their tokens: the <c>AuthorityHost</c> of a credential's options.</summary>
    public required Uri AuthorityHost { get; init; }

    /// <summary>Azure Machine Learning: the address of the studio, and whom a submitter's token is made for.</summary>
    public required string MachineLearningResource { get; init; }

    /// <summary>How the names of storage accounts' hosts end.</summary>
    public required string StorageSuffix { get; init; }

    /// <summary>Finds a cloud by its name, ignoring case.</summary>
    /// <param name="name"><c>AzureCloud</c>, <c>AzureUSGovernment</c> or <c>AzureChinaCloud</c>.</param>
    /// <exception cref="FormatException">No cloud has that name.</exception>
    public static AzureCloud Parse(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        AzureCloud[] all = [Public, UsGovernment, China];
        return all.FirstOrDefault(cloud => cloud.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw new FormatException($"No cloud is named '{name}'. Known are {string.Join(", ", all.Select(cloud => cloud.Name))}; for another one set the addresses.");
    }

    /// <summary>The cloud's name.</summary>
    public override string ToString() => Name;
}
