namespace ServerlessCompute;

/// <summary>Brings what YAML says of jobs into the usual form, as the reference client reads it.</summary>
internal static class JobMends
{
    private const string Compute = "compute";

    private const string Services = "services";

    private const string Local = "local";

    private const string Command = "command";

    /// <summary>Services of jobs that are no command: nothing would run them.</summary>
    public static TreeMap WithoutServices(TreeMap job, TreeReader reader)
    {
        if (job.TryGet(Services, out Tree? services))
        {
            reader.Enter(Services);
            reader.Warn(services.Place, "Services run beside commands alone: these are left out.", "Take them out.");
            reader.Leave();
        }

        return job.Without(Services);
    }

    /// <summary>A command on the compute called local: what the reference client sends for it.</summary>
    public static TreeMap LocalCompute(TreeMap job, TreeReader reader)
    {
        // A step on it is sent to the service.
        if (reader.TakesBindings || job.Get(Compute) is not TreeScalar { Kind: ScalarKind.Text } compute || !compute.Text.Equals(Local, StringComparison.OrdinalIgnoreCase))
        {
            return job;
        }

        reader.Enter(Compute);
        reader.Warn(compute.Place, "The service hands a job on 'local' back to the command line that runs it, and nothing else does.", "Leave the compute out to run serverless.");
        reader.Leave();
        return Put(Put(job.Without(Compute), "resources", "properties", new TreeMap([new TreeEntry("IsLocal", new TreeMap([new TreeEntry("IsLocal", true)]))])), "environment_variables", null, new TreeMap([new TreeEntry("AZUREML_COMPUTE_USE_COMMON_RUNTIME", "true")]));
    }

    /// <summary>Single braces, which commands had before.</summary>
    public static TreeMap DoubleBraces(TreeMap job, TreeReader reader)
    {
        if (job.Get(Command) is not TreeScalar { Kind: ScalarKind.Text } command || OldBraces.Replace(command.Text) is not { } replaced)
        {
            return job;
        }

        reader.Enter(Command);
        reader.Warn(command.Place, "References between single braces are old, and are taken as if they had two.", "Write ${{inputs.name}}.");
        reader.Leave();
        return job.With(Command, new TreeScalar(ScalarKind.Text, replaced, command.Place));
    }

    /// <summary>The map with more entries in one of its maps, or in a map of that.</summary>
    private static TreeMap Put(TreeMap map, string name, string? inner, TreeMap more)
    {
        TreeMap there = map.Get(name) as TreeMap ?? TreeMap.Empty;
        if (inner is not null)
        {
            return map.With(name, Put(there, inner, null, more));
        }

        foreach (TreeEntry entry in more.Entries)
        {
            there = there.With(entry.Name, entry.Value);
        }

        return map.With(name, there);
    }
}
