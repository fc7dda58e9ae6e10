using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>What jobs read and write: code snapshots, data behind URIs, named outputs. Thread-safe.</summary>
internal sealed class JobData(ServerlessEngine engine)
{
    private const int ShortText = 4096;

    /// <summary>The id of the data asset that the service makes for an input or output of a run.</summary>
    public static string AssetId(WorkspaceIdentity workspace, string run, string direction, string name) =>
        $"azureml://locations/{workspace.Region}/workspaces/{workspace.WorkspaceId}/data/azureml_{run}_{direction}_data_{name}/versions/1";

    /// <summary>The files of a job's code, with paths relative to its root.</summary>
    public IReadOnlyList<StoredFile> CodeFiles(JobRecord job) =>
        JsonScan.Text(JsonScan.Value(job.Body, "codeId"u8)) is { } codeId
        && ServerlessCompute.AssetId.TryParse(codeId, AssetKind.Code, out string name, out string version)
        && engine.Assets.Find(AssetKind.Code, name, version)?.Text("codeUri"u8) is { } uri
            ? Read(uri)
            : [];

    /// <summary>The files behind a URI, as far as the service holds them.</summary>
    public IReadOnlyList<StoredFile> Read(string uri) =>
        engine.Files.Uris.TryParse(Resolve(uri)?.Uri ?? uri) is { } location ? DataUris.List(engine.Files.Store, location) : [];

    /// <summary>The URI and type behind a reference to data: a registered asset's, a run's input's or output's; null for anything else.</summary>
    public ResolvedData? Resolve(string reference)
    {
        if (ServerlessCompute.AssetId.TryParse(reference, AssetKind.Data, out string name, out string version))
        {
            if (engine.Assets.Find(AssetKind.Data, name, version) is { } data)
            {
                return new ResolvedData(data.Text("dataUri"u8)!, data.Text("dataType"u8) ?? "uri_folder");
            }

            return OfRun(name);
        }

        return ServerlessCompute.AssetId.TryParse(reference, AssetKind.Model, out name, out version) && engine.Assets.Find(AssetKind.Model, name, version) is { } model
            ? new ResolvedData(model.Text("modelUri"u8) ?? "", model.Text("modelType"u8) ?? "custom_model")
            : null;
    }

    /// <summary>Where a named output of a job goes, or null for one that the job does not have.</summary>
    public static string? OutputUri(JobRecord job, string output)
    {
        ReadOnlySpan<byte> declared = JsonScan.Value(JsonScan.Value(job.Body, "outputs"u8), System.Text.Encoding.UTF8.GetBytes(output));
        return declared.IsEmpty && output != "default" ? null : Place(job, output, declared).Uri;
    }

    /// <summary>Where an output goes of a job of that name that declares these outputs.</summary>
    public static string OutputUri(string job, ReadOnlySpan<byte> outputs, string output) =>
        Output(job, output, JsonScan.Value(outputs, System.Text.Encoding.UTF8.GetBytes(output))).Uri;

    /// <summary>The text that a command wrote into a small file, for example to say whether a loop goes on; null when there is none.</summary>
    public string? ReadShortText(string uri) => Read(uri) is [var file] && file.Content.Length is > 0 and <= ShortText
        ? System.Text.Encoding.UTF8.GetString(file.Content.Read(0, ShortText).Span).Trim()
        : null;

    /// <summary>Under the lock: leaves a file where a model ought to be that nobody trained, so that what reads the model finds something.</summary>
    public void LeaveModel(JobRecord job, string output)
    {
        if (OutputUri(job, output) is { } uri && Read(uri).Count == 0)
        {
            StoreOutput(job, output, "MLmodel", BlobContent.FromBytes(System.Text.Encoding.UTF8.GetBytes($"# In-memory run: no model was trained.\nrun_id: {job.Name}\n")));
        }
    }

    /// <summary>Under the lock: copies what a data transfer reads into what it writes.</summary>
    public void Transfer(JobRecord job)
    {
        string[] outputs = [.. Names(JsonScan.Value(job.Body, "outputs"u8))];
        foreach (JsonMember input in JsonScan.Members(JsonScan.Value(job.Body, "inputs"u8)))
        {
            if (outputs.Length > 0 && JsonScan.Text(JsonScan.Value(input.Value, "uri"u8)) is { } uri)
            {
                foreach (StoredFile file in Read(uri))
                {
                    StoreOutput(job, outputs[0], file.RelativePath, file.Content);
                }
            }
        }
    }

    private static List<string> Names(ReadOnlySpan<byte> map)
    {
        var names = new List<string>();
        foreach (JsonMember member in JsonScan.Members(map))
        {
            names.Add(member.Name);
        }

        return names;
    }

    /// <summary>Under the lock: the job succeeded, so its outputs that ask for it become registered assets, data or models by their type.</summary>
    public void RegisterOutputs(JobRecord job)
    {
        foreach (JsonMember output in JsonScan.Members(JsonScan.Value(job.Body, "outputs"u8)))
        {
            if (JsonScan.Text(JsonScan.Value(output.Value, "assetName"u8)) is not { Length: > 0 } name)
            {
                continue;
            }

            ResolvedData place = Place(job, output.Name, output.Value);
            AssetKind kind = place.Type.EndsWith("_model", StringComparison.Ordinal) ? AssetKind.Model : AssetKind.Data;
            string version = JsonScan.Text(JsonScan.Value(output.Value, "assetVersion"u8)) is { Length: > 0 } given ? given : NextVersion(kind, name);
            engine.Assets.Put(new AssetVersion
            {
                Kind = kind,
                Name = name,
                Version = version,
                Properties = JsonBuffer.Write((kind, place, job.Name, engine.Workspace), static (writer, s) => WriteAsset(writer, s.kind, s.place, s.Name, s.Workspace)),
                CreatedAt = engine.Pacemaker.NowTicks,
                ModifiedAt = engine.Pacemaker.NowTicks,
            });
        }
    }

    /// <summary>Keeps a file of a named output.</summary>
    public void StoreOutput(JobRecord job, string output, string relativePath, BlobContent content)
    {
        ReadOnlySpan<byte> declared = JsonScan.Value(JsonScan.Value(job.Body, "outputs"u8), System.Text.Encoding.UTF8.GetBytes(output));
        ResolvedData place = Output(job.Name, output, declared);
        DataLocation location = engine.Files.Uris.TryParse(place.Uri)
            ?? throw new InvalidOperationException($"The output '{output}' of job {job.Name} goes to {place.Uri}, which this service does not hold. Use a path of a workspace datastore.");
        string path = relativePath.Length == 0 ? location.Path.TrimEnd('/') : $"{location.Path.TrimEnd('/')}/{relativePath}".TrimStart('/');
        engine.Files.Store.Container(location.Account, location.Container).Put(path, content);
        engine.Changed(job.Name);
    }

    /// <summary>Finds <c>azureml_{run}_input_data_{name}</c> and its kind among the jobs.</summary>
    private ResolvedData? OfRun(string asset)
    {
        const string Prefix = "azureml_";
        foreach (string direction in (string[])["_output_data_", "_input_data_"])
        {
            int at = asset.LastIndexOf(direction, StringComparison.Ordinal);
            if (at <= Prefix.Length || !asset.StartsWith(Prefix, StringComparison.Ordinal))
            {
                continue;
            }

            string run = asset[Prefix.Length..at];
            byte[] name = System.Text.Encoding.UTF8.GetBytes(asset[(at + direction.Length)..]);
            bool isOutput = direction == "_output_data_";
            byte[] body;
            lock (engine.Pacemaker.Gate)
            {
                if (!engine.Jobs.TryGet(run, out JobRecord? job))
                {
                    continue;
                }

                body = job.Body;
            }

            ReadOnlySpan<byte> declared = JsonScan.Value(JsonScan.Value(body, isOutput ? "outputs"u8 : "inputs"u8), name);
            if (isOutput && (!declared.IsEmpty || name.AsSpan().SequenceEqual("default"u8)))
            {
                return Output(run, System.Text.Encoding.UTF8.GetString(name), declared);
            }

            if (!isOutput && JsonScan.Text(JsonScan.Value(declared, "uri"u8)) is { } uri)
            {
                return Resolve(uri) ?? new ResolvedData(uri, JsonScan.Text(JsonScan.Value(declared, "jobInputType"u8)) ?? "uri_folder");
            }
        }

        return null;
    }

    private static void WriteAsset(Utf8JsonWriter writer, AssetKind kind, ResolvedData place, string job, WorkspaceIdentity workspace)
    {
        string uri = place.Uri.StartsWith("azureml://datastores/", StringComparison.OrdinalIgnoreCase) ? workspace.LongUri(place.Uri) : place.Uri;
        writer.WriteStartObject();
        if (kind == AssetKind.Model)
        {
            writer.WriteString("modelUri"u8, uri);
            writer.WriteString("modelType"u8, place.Type);
            writer.WriteString("jobName"u8, job);
        }
        else
        {
            writer.WriteString("dataUri"u8, uri);
            writer.WriteString("dataType"u8, place.Type);
        }

        writer.WriteEndObject();
    }

    /// <summary>One more than the highest number, as the service counts assets whose version nobody gave.</summary>
    private string NextVersion(AssetKind kind, string name) =>
        (engine.Assets.Versions(kind, name).Select(static v => int.TryParse(v.Version, CultureInfo.InvariantCulture, out int number) ? number : 0).DefaultIfEmpty().Max() + 1)
        .ToString(CultureInfo.InvariantCulture);

    /// <summary>Where an output of a job is: of a pipeline's that a reused step wrote, where that step's first run left it.</summary>
    private static ResolvedData Place(JobRecord job, string output, ReadOnlySpan<byte> declared) =>
        job.Kin?.State is PipelineState pipeline && pipeline.Elsewhere.TryGetValue(output, out ResolvedData? elsewhere) ? elsewhere : Output(job.Name, output, declared);

    private static ResolvedData Output(string run, string output, ReadOnlySpan<byte> declared)
    {
        string type = JsonScan.Text(JsonScan.Value(declared, "jobOutputType"u8)) ?? "uri_folder";
        string uri = JsonScan.Text(JsonScan.Value(declared, "uri"u8)) is { Length: > 0 } own
            ? own.Replace("${{name}}", run, StringComparison.Ordinal).Replace("${{output_name}}", output, StringComparison.Ordinal)
            : output == "default"
                ? $"azureml://datastores/workspaceartifactstore/paths/ExperimentRun/dcid.{run}/"
                : $"azureml://datastores/workspaceblobstore/paths/azureml/{run}/{output}{(type == "uri_file" || StepOutputs.IsPlain(type) ? "" : "/")}";
        return new ResolvedData(uri, type);
    }
}
