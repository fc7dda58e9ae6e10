using System.Text.Json;

namespace ServerlessCompute;

/// <summary>What a client needs to know of its workspace.</summary>
/// <param name="Location">The region.</param>
/// <param name="WorkspaceId">The workspace's own id, a GUID, which is part of asset ids.</param>
/// <param name="DiscoveryUrl">Where the addresses of the data plane are told.</param>
/// <param name="TrackingUri">Where metrics are logged, an <c>azureml:</c> address.</param>
/// <param name="Network">Its network, and where serverless computes are put.</param>
internal sealed record WorkspaceDocument(string? Location, string? WorkspaceId, string? DiscoveryUrl, string? TrackingUri, WorkspaceNetwork Network)
{
    private static readonly JsonEncodedText _location = JsonEncodedText.Encode("location");
    private static readonly JsonEncodedText _properties = JsonEncodedText.Encode("properties");
    private static readonly JsonEncodedText _workspaceId = JsonEncodedText.Encode("workspaceId");
    private static readonly JsonEncodedText _discoveryUrl = JsonEncodedText.Encode("discoveryUrl");
    private static readonly JsonEncodedText _mlFlowTrackingUri = JsonEncodedText.Encode("mlFlowTrackingUri");

    /// <exception cref="JobFormatException">The text is no such document.</exception>
    public static WorkspaceDocument Read(ReadOnlySpan<byte> utf8) => WireDocument.Read(utf8, ReadResource);

    private static WorkspaceDocument ReadResource(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? location = null;
        WorkspaceDocument? properties = null;
        while (reader.NextMember())
        {
            _ = reader.TryText(_location, ref location)
                || reader.TryObject(_properties, ReadProperties, ref properties)
                || reader.Pass();
        }

        return (properties ?? new WorkspaceDocument(null, null, null, null, WorkspaceNetwork.Unsaid)) with { Location = location };
    }

    private static WorkspaceDocument ReadProperties(ref Utf8JsonReader reader)
    {
        WireValue.Object(ref reader);
        string? workspaceId = null, discoveryUrl = null, trackingUri = null;
        WorkspaceNetwork network = WorkspaceNetwork.Unsaid;
        while (reader.NextMember())
        {
            _ = reader.TryText(_workspaceId, ref workspaceId)
                || reader.TryText(_discoveryUrl, ref discoveryUrl)
                || reader.TryText(_mlFlowTrackingUri, ref trackingUri)
                || WorkspaceNetwork.TryTake(ref reader, ref network)
                || reader.Pass();
        }

        return new WorkspaceDocument(null, workspaceId, discoveryUrl, trackingUri, network);
    }
}
