namespace ServerlessCompute;

/// <summary>Jobs as an engine would tell of them; remembers which it was told of.</summary>
internal sealed class MlflowJobs : IMlflowRuns
{
    private readonly List<MlflowRun> _runs = [];

    public List<string> Told { get; } = [];

    public IEnumerable<string> Experiments => _runs.Select(r => r.ExperimentName).Distinct();

    public void Add(MlflowRun run) => _runs.Add(run);

    public MlflowRun? Find(string runId) => _runs.Find(r => r.RunId == runId);

    public IEnumerable<MlflowRun> InExperiment(string experimentName) => _runs.Where(r => r.ExperimentName == experimentName);

    public void Changed(string runId)
    {
        lock (Told)
        {
            Told.Add(runId);
        }
    }
}
