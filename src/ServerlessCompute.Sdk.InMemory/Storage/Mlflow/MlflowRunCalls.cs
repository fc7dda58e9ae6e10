namespace ServerlessCompute;

/// <summary>The calls about runs themselves: make, get, update, delete, search.</summary>
internal sealed class MlflowRunCalls(MlflowStore store)
{
    private const int MostRuns = 50_000;

    public EngineResponse Create(MlflowArguments arguments)
    {
        MlflowExperiment experiment = store.Experiments.Get(arguments.Text("experiment_id") ?? MlflowExperiment.DefaultId);
        if (experiment.IsDeleted)
        {
            throw MlflowException.InvalidState($"The experiment '{experiment.Name}' is deleted. Restore it before runs are added.");
        }

        IReadOnlyList<KeyValuePair<string, string>> tags = MlflowLogCalls.Tags(arguments);
        string? name = arguments.Text("run_name") ?? tags.FirstOrDefault(static t => t.Key is "mlflow.runName").Value;
        MlflowRunView run = store.Create(experiment.Name, name, arguments.Text("user_id") ?? "", arguments.Int64("start_time"), tags);
        return Answer(run);
    }

    public EngineResponse Get(MlflowArguments arguments) => Answer(Find(arguments));

    public EngineResponse Update(MlflowArguments arguments)
    {
        MlflowRunView run = Find(arguments);
        string? status = arguments.Text("status");
        if (status is not null && !MlflowStatus.IsKnown(status))
        {
            throw MlflowException.InvalidParameter($"'{status}' is no status of a run. There are: RUNNING, SCHEDULED, FINISHED, FAILED, KILLED.");
        }

        store.Update(run.Run.RunId, status, arguments.Int64("end_time"), arguments.Text("run_name"));
        return MlflowJson.Answer(writer =>
        {
            writer.WritePropertyName("run_info");
            MlflowJson.RunInfo(writer, store.Find(run.Run.RunId)!);
        });
    }

    public EngineResponse Delete(MlflowArguments arguments) => SetDeleted(arguments, deleted: true);

    public EngineResponse Restore(MlflowArguments arguments) => SetDeleted(arguments, deleted: false);

    public EngineResponse Search(MlflowArguments arguments)
    {
        string view = arguments.Text("run_view_type") ?? "ACTIVE_ONLY";
        int size = arguments.Count("max_results", standard: 1000, MostRuns);
        MlflowFilter filter = MlflowFilter.Parse(arguments.Text("filter"), MlflowRunSubject.Vocabulary);
        MlflowOrder order = MlflowOrder.Parse(arguments.Texts("order_by"), MlflowRunSubject.Vocabulary);

        // Without an order of its own: newest first, as MLflow has it.
        IEnumerable<MlflowRunSubject> runs = arguments.Texts("experiment_ids")
            .Distinct(StringComparer.Ordinal)
            .SelectMany(id => store.InExperiment(store.Experiments.Get(id).Name))
            .Where(run => MlflowView.Shows(view, run.IsDeleted))
            .Select(static run => new MlflowRunSubject(run))
            .Where(filter.Holds)
            .OrderByDescending(static s => s.Run.Run.StartTime)
            .ThenBy(static s => s.Run.Run.RunId, StringComparer.Ordinal);
        MlflowPage<MlflowRunSubject> page = MlflowPage<MlflowRunSubject>.Of(order.Sort(runs), arguments.Text("page_token"), size);
        return MlflowJson.Answer(writer =>
        {
            writer.WriteStartArray("runs");
            foreach (MlflowRunSubject subject in page.Items)
            {
                MlflowJson.Run(writer, subject.Run);
            }

            writer.WriteEndArray();
            MlflowJson.NextToken(writer, page.NextToken);
        });
    }

    /// <summary>The run that a call is about: <c>run_id</c>, or <c>run_uuid</c> as old clients say.</summary>
    /// <exception cref="MlflowException">404: there is none.</exception>
    public MlflowRunView Find(MlflowArguments arguments)
    {
        string id = arguments.Text("run_id") ?? arguments.Text("run_uuid") ?? arguments.Required("run_id");
        return store.Find(id) ?? throw MlflowException.RunNotFound(id);
    }

    /// <summary>The run that a call wants to change.</summary>
    /// <exception cref="MlflowException">404: there is none; 400: it is deleted.</exception>
    public MlflowRunView FindActive(MlflowArguments arguments)
    {
        MlflowRunView run = Find(arguments);
        return run.IsDeleted ? throw MlflowException.InvalidParameter($"The run '{run.Run.RunId}' is deleted. Restore it before it is changed.") : run;
    }

    private static EngineResponse Answer(MlflowRunView run) => MlflowJson.Answer(writer =>
    {
        writer.WritePropertyName("run");
        MlflowJson.Run(writer, run);
    });

    private EngineResponse SetDeleted(MlflowArguments arguments, bool deleted)
    {
        store.SetDeleted(Find(arguments).Run.RunId, deleted);
        return MlflowJson.Empty;
    }
}
