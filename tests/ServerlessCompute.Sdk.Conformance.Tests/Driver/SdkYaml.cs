namespace ServerlessCompute;

/// <summary>YAML as the SDK loads and submits it.</summary>
internal sealed class SdkYaml : IYamlDoor
{
    public object Load(CorpusFile file) => file.Kind switch
    {
        CorpusKind.Component => Component.Load(file.Path),
        CorpusKind.Schedule => Schedule.Load(file.Path),
        _ => Job.Load(file.Path),
    };

    /// <summary>Loads what somebody has in memory.</summary>
    public static object Load(CorpusKind kind, byte[] yaml, string folder)
    {
        using var stream = new MemoryStream(yaml);
        return kind switch
        {
            CorpusKind.Component => Component.Load(stream, folder),
            CorpusKind.Schedule => Schedule.Load(stream, folder),
            _ => Job.Load(stream, folder),
        };
    }

    /// <summary>Does what somebody may do with what was loaded: checks it, writes it, and loads it again; the same job if it was sound.</summary>
    public static void UseAfterLoading(object loaded, string folder)
    {
        switch (loaded)
        {
            case Component component:
                Use(component, component.Validate(), ComponentYaml.ToYaml, yaml => Component.Parse(yaml, folder));
                break;
            case Schedule schedule:
                Use(schedule, schedule.Validate(), ScheduleYaml.ToYaml, yaml => Schedule.Parse(yaml, folder));
                break;
            case Job job:
                Use(job, job.Validate(), JobYaml.ToYaml, yaml => Job.Parse(yaml, folder));
                break;
        }
    }

    public Task SubmitAsync(ServerlessComputeClient client, object loaded, CancellationToken cancellationToken) => loaded switch
    {
        Component component => client.RegisterComponentAsync(component, options: null, cancellationToken),
        Schedule schedule => client.CreateOrUpdateScheduleAsync(schedule, options: null, cancellationToken),
        _ => client.SubmitAsync((Job)loaded, options: null, cancellationToken),
    };

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
