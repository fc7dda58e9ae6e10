namespace ServerlessCompute;

/// <summary>The calls about experiments.</summary>
internal sealed class MlflowExperimentCalls(MlflowExperiments experiments)
{
    private const int MostExperiments = 50_000;

    public EngineResponse Get(MlflowArguments arguments) => Answer(experiments.Get(arguments.Required("experiment_id")));

    public EngineResponse GetByName(MlflowArguments arguments) => Answer(experiments.GetByName(arguments.Required("experiment_name")));

    public EngineResponse Create(MlflowArguments arguments)
    {
        string name = arguments.Required("name");
        MlflowNames.CheckExperiment(name);
        MlflowExperiment experiment = experiments.Create(name, MlflowLogCalls.Tags(arguments));
        return MlflowJson.Answer(writer => writer.WriteString("experiment_id", experiment.Id));
    }

    public EngineResponse Search(MlflowArguments arguments)
    {
        string view = arguments.Text("view_type") ?? "ACTIVE_ONLY";
        int size = arguments.Count("max_results", standard: 1000, MostExperiments);
        MlflowFilter filter = MlflowFilter.Parse(arguments.Text("filter"), MlflowExperimentSubject.Vocabulary);
        MlflowOrder order = MlflowOrder.Parse(arguments.Texts("order_by"), MlflowExperimentSubject.Vocabulary);
        IEnumerable<MlflowExperimentSubject> found = experiments.All()
            .Where(e => MlflowView.Shows(view, e.IsDeleted))
            .Select(static e => new MlflowExperimentSubject(e))
            .Where(filter.Holds)
            .OrderByDescending(static s => s.Experiment.CreationTime);
        MlflowPage<MlflowExperimentSubject> page = MlflowPage<MlflowExperimentSubject>.Of(order.Sort(found), arguments.Text("page_token"), size);
        return MlflowJson.Answer(writer =>
        {
            writer.WriteStartArray("experiments");
            foreach (MlflowExperimentSubject subject in page.Items)
            {
                MlflowJson.Experiment(writer, subject.Experiment);
            }

            writer.WriteEndArray();
            MlflowJson.NextToken(writer, page.NextToken);
        });
    }

    public EngineResponse Delete(MlflowArguments arguments) => Change(arguments, static e => e with { IsDeleted = true });

    public EngineResponse Restore(MlflowArguments arguments) => Change(arguments, static e => e with { IsDeleted = false });

    public EngineResponse SetTag(MlflowArguments arguments)
    {
        string name = arguments.Required("key");
        string value = arguments.AnyText("value") ?? "";
        MlflowNames.CheckTag(name, value);
        return Change(arguments, e => e with { Tags = [.. e.Tags.Where(t => t.Key != name), new(name, value)] });
    }

    public EngineResponse DeleteTag(MlflowArguments arguments)
    {
        string name = arguments.Required("key");
        return Change(arguments, e => e.Tags.Any(t => t.Key == name)
            ? e with { Tags = [.. e.Tags.Where(t => t.Key != name)] }
            : throw MlflowException.NotFound($"The experiment '{e.Name}' has no tag '{name}'."));
    }

    private static EngineResponse Answer(MlflowExperiment experiment) => MlflowJson.Answer(writer =>
    {
        writer.WritePropertyName("experiment");
        MlflowJson.Experiment(writer, experiment);
    });

    private EngineResponse Change(MlflowArguments arguments, Func<MlflowExperiment, MlflowExperiment> change)
    {
        experiments.Change(arguments.Required("experiment_id"), change);
        return MlflowJson.Empty;
    }
}
