using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// The yardstick: the body of <see cref="FullJob"/>, written by hand from plain fields, for this one job and no other. Names are encoded once,
/// the writer is kept, nothing is looked up and nothing is asked that the author knew.
/// </summary>
internal sealed class HandWrittenJob
{
    private static readonly Utf8JsonWriter _writer = new(new ArrayBufferWriter<byte>(), new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    private readonly string _displayName = "ResNet on ImageNet, spot";
    private readonly string _description = "Trains a ResNet-50 from scratch; the checkpoints survive an eviction.";
    private readonly string _experimentName = "imagenet";
    private readonly (string Name, string Value)[] _tags = [("team", "vision"), ("dataset", "imagenet-1k"), ("purpose", "baseline")];
    private readonly (string Name, string Value)[] _properties = [("git.commit", "6dcd4ce23d88e2ee9568ba546c007c63d9131c1b"), ("git.branch", "main")];
    private readonly string _clientId = "11111111-2222-3333-4444-555555555555";
    private readonly string _logDirectory = "./outputs/logs";
    private readonly string _publicKeys = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGJvYXQgb24gYSByaXZlciB3aXRoIGEga2V5 me@example.com";
    private readonly int _port = 8080;
    private readonly string[] _emails = ["me@example.com", "team@example.com"];
    private readonly string[] _emailOn = ["JobCompleted", "JobFailed"];
    private readonly string _command = "python train.py --images ${{inputs.images}} --labels ${{inputs.labels}} --lr ${{inputs.learningRate}} --epochs ${{inputs.epochs}} --out ${{outputs.model}} --checkpoints ${{outputs.checkpoints}}";
    private readonly string _environmentId = "azureml://registries/azureml/environments/acpt-pytorch-2.2-cuda12.1/versions/25";
    private readonly string _codeId = "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/vision/providers/Microsoft.MachineLearningServices/workspaces/research/codes/3b1d6c52-7a0c-4b68-8a6c-2f5d1be7e0a4/versions/1";
    private readonly (string Name, string Type, string Uri, string Mode)[] _inputs =
    [
        ("images", "uri_folder", "azureml://datastores/workspaceblobstore/paths/imagenet/train/", "ReadOnlyMount"),
        ("labels", "mltable", "azureml:imagenet-labels:3", "Direct"),
    ];

    private readonly (string Name, string Value)[] _literals = [("learningRate", "0.01"), ("epochs", "90")];
    private readonly (string Name, string Type, string Uri, string AssetName, string AssetVersion) _model =
        ("model", "mlflow_model", "azureml://datastores/workspaceblobstore/paths/models/resnet/", "resnet", "7");

    private readonly (string Name, string Type, string Mode) _checkpoints = ("checkpoints", "uri_folder", "ReadWriteMount");
    private readonly (string Name, string Value)[] _environmentVariables = [("NCCL_DEBUG", "INFO"), ("OMP_NUM_THREADS", "4"), ("PYTHONUNBUFFERED", "1")];
    private readonly string _instanceType = "Standard_NC24ads_A100_v4";
    private readonly int _instanceCount = 4;
    private readonly string _shmSize = "16g";
    private readonly string _dockerArgs = "--ipc=host";
    private readonly string _jobTier = "Spot";
    private readonly int _processCount = 4;
    private readonly string _timeout = "PT12H";

    public void Write(IBufferWriter<byte> output)
    {
        Utf8JsonWriter writer = _writer;
        writer.Reset(output);
        writer.WriteStartObject();
        writer.WriteStartObject(Names.Properties);
        WriteCommonMembers(writer);
        WriteServices(writer);
        WriteNotification(writer);
        writer.WriteString(Names.Command, _command);
        writer.WriteString(Names.EnvironmentId, _environmentId);
        writer.WriteString(Names.CodeId, _codeId);
        WriteInputs(writer);
        WriteOutputs(writer);
        WriteTexts(writer, Names.EnvironmentVariables, _environmentVariables);
        WriteMachines(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
    }

    private void WriteCommonMembers(Utf8JsonWriter writer)
    {
        writer.WriteString(Names.JobType, Names.CommandType);
        writer.WriteString(Names.DisplayName, _displayName);
        writer.WriteString(Names.Description, _description);
        writer.WriteString(Names.ExperimentName, _experimentName);
        WriteTexts(writer, Names.Tags, _tags);
        WriteTexts(writer, Names.Properties, _properties);
        writer.WriteStartObject(Names.Identity);
        writer.WriteString(Names.IdentityType, Names.Managed);
        writer.WriteString(Names.ClientId, _clientId);
        writer.WriteEndObject();
    }

    private void WriteServices(Utf8JsonWriter writer)
    {
        writer.WriteStartObject(Names.Services);
        writer.WriteStartObject("jupyter");
        writer.WriteString(Names.JobServiceType, "JupyterLab");
        writer.WriteEndObject();
        writer.WriteStartObject("board");
        writer.WriteString(Names.JobServiceType, "TensorBoard");
        writer.WriteStartObject(Names.Properties);
        writer.WriteString("logDir", _logDirectory);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartObject("shell");
        writer.WriteString(Names.JobServiceType, "SSH");
        writer.WriteStartObject(Names.Properties);
        writer.WriteString("sshPublicKeys", _publicKeys);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartObject("api");
        writer.WriteString(Names.JobServiceType, "Custom");
        writer.WriteNumber(Names.Port, _port);
        writer.WriteStartObject(Names.Nodes);
        writer.WriteString(Names.NodesValueType, Names.All);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteNotification(Utf8JsonWriter writer)
    {
        writer.WriteStartObject(Names.NotificationSetting);
        writer.WriteStartArray(Names.Emails);
        foreach (string email in _emails)
        {
            writer.WriteStringValue(email);
        }

        writer.WriteEndArray();
        writer.WriteStartArray(Names.EmailOn);
        foreach (string occasion in _emailOn)
        {
            writer.WriteStringValue(occasion);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteInputs(Utf8JsonWriter writer)
    {
        writer.WriteStartObject(Names.Inputs);
        foreach ((string name, string type, string uri, string mode) in _inputs)
        {
            writer.WriteStartObject(name);
            writer.WriteString(Names.JobInputType, type);
            writer.WriteString(Names.Uri, uri);
            writer.WriteString(Names.Mode, mode);
            writer.WriteEndObject();
        }

        foreach ((string name, string value) in _literals)
        {
            writer.WriteStartObject(name);
            writer.WriteString(Names.JobInputType, Names.Literal);
            writer.WriteString(Names.Value, value);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private void WriteOutputs(Utf8JsonWriter writer)
    {
        writer.WriteStartObject(Names.Outputs);
        writer.WriteStartObject(_model.Name);
        writer.WriteString(Names.JobOutputType, _model.Type);
        writer.WriteString(Names.Uri, _model.Uri);
        writer.WriteString(Names.AssetName, _model.AssetName);
        writer.WriteString(Names.AssetVersion, _model.AssetVersion);
        writer.WriteEndObject();
        writer.WriteStartObject(_checkpoints.Name);
        writer.WriteString(Names.JobOutputType, _checkpoints.Type);
        writer.WriteString(Names.Mode, _checkpoints.Mode);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteMachines(Utf8JsonWriter writer)
    {
        writer.WriteStartObject(Names.Resources);
        writer.WriteString(Names.InstanceType, _instanceType);
        writer.WriteNumber(Names.InstanceCount, _instanceCount);
        writer.WriteString(Names.ShmSize, _shmSize);
        writer.WriteString(Names.DockerArgs, _dockerArgs);
        writer.WriteEndObject();
        writer.WriteStartObject(Names.QueueSettings);
        writer.WriteString(Names.JobTier, _jobTier);
        writer.WriteEndObject();
        writer.WriteStartObject(Names.Distribution);
        writer.WriteString(Names.DistributionType, Names.PyTorch);
        writer.WriteNumber(Names.ProcessCountPerInstance, _processCount);
        writer.WriteEndObject();
        writer.WriteStartObject(Names.Limits);
        writer.WriteString(Names.JobLimitsType, Names.CommandType);
        writer.WriteString(Names.Timeout, _timeout);
        writer.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter writer, JsonEncodedText name, (string Name, string Value)[] texts)
    {
        writer.WriteStartObject(name);
        foreach ((string textName, string value) in texts)
        {
            writer.WriteString(textName, value);
        }

        writer.WriteEndObject();
    }

    private static class Names
    {
        public static readonly JsonEncodedText JobType = JsonEncodedText.Encode("jobType");
        public static readonly JsonEncodedText DisplayName = JsonEncodedText.Encode("displayName");
        public static readonly JsonEncodedText Description = JsonEncodedText.Encode("description");
        public static readonly JsonEncodedText ExperimentName = JsonEncodedText.Encode("experimentName");
        public static readonly JsonEncodedText Tags = JsonEncodedText.Encode("tags");
        public static readonly JsonEncodedText Properties = JsonEncodedText.Encode("properties");
        public static readonly JsonEncodedText Identity = JsonEncodedText.Encode("identity");
        public static readonly JsonEncodedText IdentityType = JsonEncodedText.Encode("identityType");
        public static readonly JsonEncodedText ClientId = JsonEncodedText.Encode("clientId");
        public static readonly JsonEncodedText Services = JsonEncodedText.Encode("services");
        public static readonly JsonEncodedText JobServiceType = JsonEncodedText.Encode("jobServiceType");
        public static readonly JsonEncodedText Port = JsonEncodedText.Encode("port");
        public static readonly JsonEncodedText Nodes = JsonEncodedText.Encode("nodes");
        public static readonly JsonEncodedText NodesValueType = JsonEncodedText.Encode("nodesValueType");
        public static readonly JsonEncodedText NotificationSetting = JsonEncodedText.Encode("notificationSetting");
        public static readonly JsonEncodedText Emails = JsonEncodedText.Encode("emails");
        public static readonly JsonEncodedText EmailOn = JsonEncodedText.Encode("emailOn");
        public static readonly JsonEncodedText Command = JsonEncodedText.Encode("command");
        public static readonly JsonEncodedText EnvironmentId = JsonEncodedText.Encode("environmentId");
        public static readonly JsonEncodedText CodeId = JsonEncodedText.Encode("codeId");
        public static readonly JsonEncodedText Inputs = JsonEncodedText.Encode("inputs");
        public static readonly JsonEncodedText JobInputType = JsonEncodedText.Encode("jobInputType");
        public static readonly JsonEncodedText Uri = JsonEncodedText.Encode("uri");
        public static readonly JsonEncodedText Mode = JsonEncodedText.Encode("mode");
        public static readonly JsonEncodedText Value = JsonEncodedText.Encode("value");
        public static readonly JsonEncodedText Outputs = JsonEncodedText.Encode("outputs");
        public static readonly JsonEncodedText JobOutputType = JsonEncodedText.Encode("jobOutputType");
        public static readonly JsonEncodedText AssetName = JsonEncodedText.Encode("assetName");
        public static readonly JsonEncodedText AssetVersion = JsonEncodedText.Encode("assetVersion");
        public static readonly JsonEncodedText EnvironmentVariables = JsonEncodedText.Encode("environmentVariables");
        public static readonly JsonEncodedText Resources = JsonEncodedText.Encode("resources");
        public static readonly JsonEncodedText InstanceType = JsonEncodedText.Encode("instanceType");
        public static readonly JsonEncodedText InstanceCount = JsonEncodedText.Encode("instanceCount");
        public static readonly JsonEncodedText ShmSize = JsonEncodedText.Encode("shmSize");
        public static readonly JsonEncodedText DockerArgs = JsonEncodedText.Encode("dockerArgs");
        public static readonly JsonEncodedText QueueSettings = JsonEncodedText.Encode("queueSettings");
        public static readonly JsonEncodedText JobTier = JsonEncodedText.Encode("jobTier");
        public static readonly JsonEncodedText Distribution = JsonEncodedText.Encode("distribution");
        public static readonly JsonEncodedText DistributionType = JsonEncodedText.Encode("distributionType");
        public static readonly JsonEncodedText ProcessCountPerInstance = JsonEncodedText.Encode("processCountPerInstance");
        public static readonly JsonEncodedText Limits = JsonEncodedText.Encode("limits");
        public static readonly JsonEncodedText JobLimitsType = JsonEncodedText.Encode("jobLimitsType");
        public static readonly JsonEncodedText Timeout = JsonEncodedText.Encode("timeout");

        // Words that are the same for every job of this shape.
        public static readonly JsonEncodedText CommandType = JsonEncodedText.Encode("Command");
        public static readonly JsonEncodedText Managed = JsonEncodedText.Encode("Managed");
        public static readonly JsonEncodedText PyTorch = JsonEncodedText.Encode("PyTorch");
        public static readonly JsonEncodedText Literal = JsonEncodedText.Encode("literal");
        public static readonly JsonEncodedText All = JsonEncodedText.Encode("All");
    }
}
