namespace ServerlessCompute;

/// <summary>The members that only a <see cref="SweepJob"/> has.</summary>
internal static class SweepJobTable
{
    private static readonly Shape<SweepTrial> _trial = new Shape<SweepTrial>(new SweepTrial())
        .Add("command", SoftwareTables.Command, t => t.Command, (t, v) => t with { Command = v }, required: true)
        .Add(MemberNames.Of("codeId", "code"), Forms.Path, t => t.Code, (t, v) => t with { Code = v })
        .Add(MemberNames.Of("environmentId", "environment"), SoftwareTables.Environment, t => t.Environment, (t, v) => t with { Environment = v }, required: true)
        .Add("environmentVariables", SoftwareTables.Variables, t => t.EnvironmentVariables, (t, v) => t with { EnvironmentVariables = v })
        .Add("distribution", DistributionTables.Distribution, t => t.Distribution, (t, v) => t with { Distribution = v })
        .Add("resources", ComputeTables.Resources, t => t.Resources, (t, v) => t with { Resources = v })
        .WithMend(JobMends.DoubleBraces)
        .WithMend(DropQueue);

    public static void Fill(Shape<SweepJob> shape) => shape
        .Add("trial", _trial, j => j.Trial, (j, v) => j with { Trial = v }, required: true)
        .Add("searchSpace", SearchTables.Spaces, j => j.AllSearchSpaces, (j, v) => j with { SearchSpace = v }, property: nameof(SweepJob.SearchSpace))
        .Add("samplingAlgorithm", SearchTables.Sampling, j => j.SamplingAlgorithm, (j, v) => j with { SamplingAlgorithm = v })
        .Add("objective", SearchTables.Objective, j => j.Objective, (j, v) => j with { Objective = v }, required: true)
        .Add("limits", SearchTables.Limits, j => j.Limits, (j, v) => j with { Limits = v }, required: true)
        .Add("earlyTermination", SearchTables.EarlyTermination, j => j.EarlyTermination, (j, v) => j with { EarlyTermination = v })
        .Add("inputs", DataTables.Inputs, j => j.AllInputs, (j, v) => j with { Inputs = v }, property: nameof(SweepJob.Inputs))
        .Add("outputs", DataTables.Outputs, j => j.AllOutputs, (j, v) => j with { Outputs = v }, property: nameof(SweepJob.Outputs))
        .Add("queueSettings", ComputeTables.QueueSettings, j => j.QueueSettings, (j, v) => j with { QueueSettings = v })
        .WithMend(GiveTrialResources);

    /// <summary>A sweep's own machines are those of its trials, unless they say what they need.</summary>
    private static TreeMap GiveTrialResources(TreeMap sweep, TreeReader reader)
    {
        if (sweep.Get("resources") is not { } resources)
        {
            return sweep;
        }

        if (sweep.Get("trial") is TreeMap trial)
        {
            if (!trial.TryGet("resources", out _))
            {
                return sweep.Without("resources").With("trial", trial.With("resources", resources));
            }

            reader.Enter("resources");
            reader.Warn(resources.Place, "The trial says which machines it needs: these are left out.", "Write 'resources' below 'trial' alone.");
            reader.Leave();
        }

        return sweep.Without("resources");
    }

    private static TreeMap DropQueue(TreeMap trial, TreeReader reader)
    {
        if (trial.Get("queue_settings") is { } queue)
        {
            reader.Enter("queue_settings");
            reader.Warn(queue.Place, "A trial waits in its sweep's place in the queue: these settings are left out.", "Write 'queue_settings' below the sweep itself.");
            reader.Leave();
        }

        return trial.Without("queue_settings");
    }
}
