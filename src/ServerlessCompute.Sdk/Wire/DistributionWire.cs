using System.Text.Json;

namespace ServerlessCompute;

/// <summary><see cref="Distribution"/> as <c>distribution</c>.</summary>
internal static class DistributionWire
{
    private static readonly JsonEncodedText _distributionType = JsonEncodedText.Encode("distributionType");
    private static readonly JsonEncodedText _processCountPerInstance = JsonEncodedText.Encode("processCountPerInstance");
    private static readonly JsonEncodedText _workerCount = JsonEncodedText.Encode("workerCount");
    private static readonly JsonEncodedText _parameterServerCount = JsonEncodedText.Encode("parameterServerCount");
    private static readonly JsonEncodedText _port = JsonEncodedText.Encode("port");
    private static readonly JsonEncodedText _address = JsonEncodedText.Encode("address");
    private static readonly JsonEncodedText _includeDashboard = JsonEncodedText.Encode("includeDashboard");
    private static readonly JsonEncodedText _dashboardPort = JsonEncodedText.Encode("dashboardPort");
    private static readonly JsonEncodedText _headNodeAdditionalArgs = JsonEncodedText.Encode("headNodeAdditionalArgs");
    private static readonly JsonEncodedText _workerNodeAdditionalArgs = JsonEncodedText.Encode("workerNodeAdditionalArgs");

    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, Distribution distribution)
    {
        writer.WritePropertyName(name);
        Write(writer, distribution);
    }

    public static void Write(Utf8JsonWriter writer, Distribution distribution)
    {
        writer.WriteStartObject();
        writer.WriteString(_distributionType, distribution.Kind);
        switch (distribution)
        {
            case PyTorchDistribution pyTorch:
                writer.WriteWholeNumber(_processCountPerInstance, pyTorch.ProcessCountPerInstance);
                break;
            case MpiDistribution mpi:
                writer.WriteWholeNumber(_processCountPerInstance, mpi.ProcessCountPerInstance);
                break;
            case TensorFlowDistribution tensorFlow:
                writer.WriteWholeNumber(_workerCount, tensorFlow.WorkerCount);
                writer.WriteWholeNumber(_parameterServerCount, tensorFlow.ParameterServerCount);
                break;
            case RayDistribution ray:
                writer.WriteWholeNumber(_port, ray.Port);
                writer.WriteText(_address, ray.Address);
                writer.WriteFlag(_includeDashboard, ray.IncludeDashboard);
                writer.WriteWholeNumber(_dashboardPort, ray.DashboardPort);
                writer.WriteText(_headNodeAdditionalArgs, ray.HeadNodeAdditionalArgs);
                writer.WriteText(_workerNodeAdditionalArgs, ray.WorkerNodeAdditionalArgs);
                break;
            default:
                break;
        }

        writer.WriteExtras(distribution.AdditionalProperties);
        writer.WriteEndObject();
    }

    public static Distribution Read(ref Utf8JsonReader reader)
    {
        string kind = WireReader.Kind(reader, _distributionType);
        return kind switch
        {
            "PyTorch" => ReadPyTorch(ref reader),
            "Mpi" => ReadMpi(ref reader),
            "TensorFlow" => ReadTensorFlow(ref reader),
            "Ray" => ReadRay(ref reader),
            _ => new UnknownDistribution(kind) { AdditionalProperties = WireExtras.AllBut(ref reader, _distributionType) },
        };
    }

    private static PyTorchDistribution ReadPyTorch(ref Utf8JsonReader reader)
    {
        (int? processes, ValueMap<RawJson> extras) = ReadProcesses(ref reader);
        return new PyTorchDistribution { ProcessCountPerInstance = processes, AdditionalProperties = extras };
    }

    private static MpiDistribution ReadMpi(ref Utf8JsonReader reader)
    {
        (int? processes, ValueMap<RawJson> extras) = ReadProcesses(ref reader);
        return new MpiDistribution { ProcessCountPerInstance = processes, AdditionalProperties = extras };
    }

    private static (int? Processes, ValueMap<RawJson> Extras) ReadProcesses(ref Utf8JsonReader reader)
    {
        string? kind = null;
        int? processes = null;
        var extras = default(WireExtras);
        while (reader.NextMember())
        {
            _ = reader.TryText(_distributionType, ref kind)
                || reader.TryNumber(_processCountPerInstance, ref processes)
                || extras.Take(ref reader);
        }

        return (processes, extras.ToMap());
    }

    private static TensorFlowDistribution ReadTensorFlow(ref Utf8JsonReader reader)
    {
        string? kind = null;
        int? workers = null, parameterServers = null;
        var extras = default(WireExtras);
        while (reader.NextMember())
        {
            _ = reader.TryText(_distributionType, ref kind)
                || reader.TryNumber(_workerCount, ref workers)
                || reader.TryNumber(_parameterServerCount, ref parameterServers)
                || extras.Take(ref reader);
        }

        return new TensorFlowDistribution { WorkerCount = workers, ParameterServerCount = parameterServers, AdditionalProperties = extras.ToMap() };
    }

    private static RayDistribution ReadRay(ref Utf8JsonReader reader)
    {
        string? kind = null, address = null, headArgs = null, workerArgs = null;
        int? port = null, dashboardPort = null;
        bool? includeDashboard = null;
        var extras = default(WireExtras);
        while (reader.NextMember())
        {
            _ = reader.TryText(_distributionType, ref kind)
                || reader.TryNumber(_port, ref port)
                || reader.TryText(_address, ref address)
                || reader.TryFlag(_includeDashboard, ref includeDashboard)
                || reader.TryNumber(_dashboardPort, ref dashboardPort)
                || reader.TryText(_headNodeAdditionalArgs, ref headArgs)
                || reader.TryText(_workerNodeAdditionalArgs, ref workerArgs)
                || extras.Take(ref reader);
        }

        return new RayDistribution
        {
            Port = port,
            Address = address,
            IncludeDashboard = includeDashboard,
            DashboardPort = dashboardPort,
            HeadNodeAdditionalArgs = headArgs,
            WorkerNodeAdditionalArgs = workerArgs,
            AdditionalProperties = extras.ToMap(),
        };
    }
}
