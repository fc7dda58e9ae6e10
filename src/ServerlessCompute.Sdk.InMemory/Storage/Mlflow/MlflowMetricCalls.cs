namespace ServerlessCompute;

/// <summary>The calls that read the history of metrics.</summary>
internal sealed class MlflowMetricCalls(MlflowStore store, MlflowRunCalls runs)
{
    private const int MostValues = 25_000;
    private const int MostRuns = 100;

    public EngineResponse GetHistory(MlflowArguments arguments)
    {
        string name = arguments.Required("metric_key");
        IReadOnlyList<MlflowMetric> history = runs.Find(arguments).Data?.History(name) ?? [];

        // Without a size the whole history is one page: clients of old do not know of tokens.
        bool paged = arguments.Int64("max_results") is not null || arguments.Text("page_token") is not null;
        int size = paged ? arguments.Count("max_results", MostValues, MostValues) : Math.Max(history.Count, 1);
        MlflowPage<MlflowMetric> page = MlflowPage<MlflowMetric>.Of(history, arguments.Text("page_token"), size);
        return MlflowJson.Answer(writer =>
        {
            writer.WriteStartArray("metrics");
            foreach (MlflowMetric metric in page.Items)
            {
                MlflowJson.Metric(writer, metric);
            }

            writer.WriteEndArray();
            MlflowJson.NextToken(writer, page.NextToken);
        });
    }

    /// <summary>The values of one metric of several runs between two steps; of long histories an even sample with both ends.</summary>
    public EngineResponse GetHistoryOfMany(MlflowArguments arguments)
    {
        string name = arguments.Required("metric_key");
        IReadOnlyList<string> ids = [.. arguments.Texts("run_ids").Concat(arguments.Texts("run_id")).Distinct(StringComparer.Ordinal)];
        if (ids.Count is 0 or > MostRuns)
        {
            throw MlflowException.InvalidParameter($"'run_ids' must name 1 to {MostRuns} runs, not {ids.Count}.");
        }

        long first = arguments.Int64("start_step") ?? long.MinValue;
        long last = arguments.Int64("end_step") ?? long.MaxValue;
        int most = arguments.Count("max_results", MostValues, MostValues);
        (string Id, IReadOnlyList<MlflowMetric> Values)[] histories =
            [.. ids.Select(id => (id, Sample(store.Find(id) ?? throw MlflowException.RunNotFound(id), name, first, last, most)))];
        return MlflowJson.Answer(writer =>
        {
            writer.WriteStartArray("metrics");
            foreach ((string id, IReadOnlyList<MlflowMetric> values) in histories)
            {
                foreach (MlflowMetric metric in values)
                {
                    MlflowJson.Metric(writer, metric, id);
                }
            }

            writer.WriteEndArray();
        });
    }

    private static MlflowMetric[] Sample(MlflowRunView run, string name, long first, long last, int most)
    {
        MlflowMetric[] values = [.. (run.Data?.History(name) ?? []).Where(m => m.Step >= first && m.Step <= last).OrderBy(static m => m.Step)];
        return values.Length <= most ? values : [.. Enumerable.Range(0, most).Select(i => values[most == 1 ? 0 : (int)((long)i * (values.Length - 1) / (most - 1))])];
    }
}
