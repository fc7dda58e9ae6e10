namespace ServerlessCompute;

/// <summary>YAML as the SDK loads and submits it.</summary>
internal sealed class SdkYaml : IYamlDoor
{
    public object Load(CorpusFile file) => file.Kind == CorpusKind.Component ? Component.Load(file.Path) : Job.Load(file.Path);

    /// <summary>Loads what somebody has in memory.</summary>
    public static object Load(CorpusKind kind, byte[] yaml, string folder)
    {
        using var stream = new MemoryStream(yaml);
        return kind == CorpusKind.Component ? Component.Load(stream, folder) : Job.Load(stream, folder);
    }

    /// <summary>Does what somebody may do with what was loaded: checks it, writes it, and loads it again; the same job if it was sound.</summary>
    public static void UseAfterLoading(object loaded, string folder)
    {
        if (loaded is Component component)
        {
            Use(component, component.Validate(), ComponentYaml.ToYaml, yaml => Component.Parse(yaml, folder));
        }
        else
        {
            var job = (Job)loaded;
            Use(job, job.Validate(), JobYaml.ToYaml, yaml => Job.Parse(yaml, folder));
        }
    }

    public Task SubmitAsync(ServerlessComputeClient client, object loaded, CancellationToken cancellationToken) => loaded is Component component
        ? client.RegisterComponentAsync(component, options: null, cancellationToken)
        : client.SubmitAsync((Job)loaded, options: null, cancellationToken);

    public bool IsRefusal(Exception exception) => exception is JobYamlException or JobValidationException or JobAssetException;

    private static void Use<T>(T loaded, JobValidationResult checkedNow, Func<T, string?, string> write, Func<string, T> read)
        where T : class
    {
        string yaml = write(loaded, null);
        T again = read(yaml);
        if (checkedNow.IsValid && !again.Equals(loaded))
        {
            throw new InvalidOperationException($"Written and loaded again it is something else:\n{yaml}\n--- and again:\n{write(again, null)}");
        }
    }
}
