namespace ServerlessCompute;

/// <summary>YAML as the SDK loads and submits it.</summary>
internal sealed class SdkYaml : IYamlDoor
{
    public object Load(CorpusFile file) => Job.Load(file.Path);

    /// <summary>Loads what somebody has in memory.</summary>
    public static object Load(CorpusKind kind, byte[] yaml, string folder)
    {
        using var stream = new MemoryStream(yaml);
        return Job.Load(stream, folder);
    }

    /// <summary>Does what somebody may do with what was loaded: checks it, writes it, and loads it again; the same job if it was sound.</summary>
    public static void UseAfterLoading(object loaded, string folder)
    {
        var job = (Job)loaded;
        bool isSound = job.Validate().Errors.Count == 0;
        string yaml = job.ToYaml();
        var again = Job.Parse(yaml, folder);
        if (isSound && !again.Equals(job))
        {
            throw new InvalidOperationException($"Written and loaded again it is another job:\n{yaml}\n--- and again:\n{again.ToYaml()}");
        }
    }

    public Task SubmitAsync(ServerlessComputeClient client, object loaded, CancellationToken cancellationToken) =>
        client.SubmitAsync((Job)loaded, options: null, cancellationToken);

    public bool IsRefusal(Exception exception) => exception is JobYamlException or JobValidationException or JobAssetException;
}
