using System.Text.Json;

namespace ServerlessCompute;

/// <summary>What a workspace says about its network and where serverless computes are put.</summary>
/// <param name="Isolation">The managed network's isolation mode; null when there is no managed network.</param>
/// <param name="PublicAccess">Whether the workspace is reached from public networks, in the service's word.</param>
/// <param name="Subnet">The subnet that serverless computes are put in; null for the service's own.</param>
/// <param name="NoPublicIP">Whether serverless computes have no public address.</param>
internal sealed record WorkspaceNetwork(string? Isolation, string? PublicAccess, string? Subnet, bool NoPublicIP)
{
    /// <summary>Of a workspace that says nothing of it.</summary>
    public static readonly WorkspaceNetwork Unsaid = new(null, null, null, false);

    private static readonly JsonEncodedText _managedNetwork = JsonEncodedText.Encode("managedNetwork");
    private static readonly JsonEncodedText _isolationMode = JsonEncodedText.Encode("isolationMode");
    private static readonly JsonEncodedText _publicNetworkAccess = JsonEncodedText.Encode("publicNetworkAccess");
    private static readonly JsonEncodedText _serverless = JsonEncodedText.Encode("serverlessComputeSettings");
    private static readonly JsonEncodedText _subnet = JsonEncodedText.Encode("serverlessComputeCustomSubnet");
    private static readonly JsonEncodedText _noPublicIP = JsonEncodedText.Encode("serverlessComputeNoPublicIP");

    /// <summary>Takes the member at hand of a workspace's properties if it says something about this.</summary>
    public static bool TryTake(ref Utf8JsonReader reader, ref WorkspaceNetwork network)
    {
        string? access = network.PublicAccess;
        WorkspaceNetwork? part = null;
        if (reader.TryText(_publicNetworkAccess, ref access))
        {
            network = network with { PublicAccess = access };
            return true;
        }

        if (reader.TryObject(_managedNetwork, ReadManaged, ref part))
        {
            network = network with { Isolation = part?.Isolation };
            return true;
        }

        if (reader.TryObject(_serverless, ReadServerless, ref part))
        {
            network = network with { Subnet = part?.Subnet, NoPublicIP = part?.NoPublicIP ?? false };
            return true;
        }

        return false;
    }

    private static WorkspaceNetwork ReadManaged(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? isolation = null;
        while (reader.NextMember())
        {
            _ = reader.TryText(_isolationMode, ref isolation) || reader.Pass();
        }

        return Unsaid with { Isolation = isolation };
    }

    private static WorkspaceNetwork ReadServerless(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? subnet = null;
        bool? noPublicIP = null;
        while (reader.NextMember())
        {
            _ = reader.TryText(_subnet, ref subnet) || reader.TryFlag(_noPublicIP, ref noPublicIP) || reader.Pass();
        }

        return Unsaid with { Subnet = subnet, NoPublicIP = noPublicIP ?? false };
    }

    public string Describe()
    {
        string network = Isolation is null ? "no managed network" : $"managed network ({Isolation})";
        string access = PublicAccess is null ? "" : $", public access {PublicAccess.ToLowerInvariant()}";
        string computes = Subnet is null && !NoPublicIP ? "" : $"; serverless computes {(Subnet is null ? "in the service's subnet" : $"in {Subnet[(Subnet.LastIndexOf('/') + 1)..]}")}{(NoPublicIP ? ", without public addresses" : "")}";
        return $"Network: {network}{access}{computes}";
    }
}
