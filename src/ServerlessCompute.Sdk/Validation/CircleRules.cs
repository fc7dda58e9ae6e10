using static ServerlessCompute.DiagnosticCatalog;

namespace ServerlessCompute;

/// <summary>The order of steps: none waits for itself, at any remove. The time grows with the number of references.</summary>
internal static class CircleRules
{
    public static void Check(PipelineView view, JobReport report)
    {
        Dictionary<string, HashSet<string>> waits = WaitsOf(view);
        RemoveDone(waits);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string start in view.Steps.Keys.Where(waits.ContainsKey))
        {
            List<string> path = [];
            string at = start;
            while (seen.Add(at))
            {
                path.Add(at);
                at = waits[at].First(waits.ContainsKey);
            }

            int begin = path.IndexOf(at);
            if (begin >= 0)
            {
                string[] circle = [.. path.Skip(begin)];
                string first = view.Steps.Keys.First(circle.Contains);
                int turn = Array.IndexOf(circle, first);
                string[] turned = [.. circle[turn..], .. circle[..turn], first];
                report.Add(
                    StepsInCircle,
                    view.PlaceOf(first),
                    turned.Length == 2 ? $"The step {Shown.Value(first)} waits for itself." : $"Steps wait for each other in a circle: {string.Join(" waits for ", turned.Select(Shown.Value))}.",
                    "Take one of their references out; to repeat a step, use a loop.");
            }
        }
    }

    /// <summary>For each step those whose results it needs.</summary>
    private static Dictionary<string, HashSet<string>> WaitsOf(PipelineView view)
    {
        var waits = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach ((string name, PipelineStep? step) in view.Steps)
        {
            HashSet<string> own = Of(waits, name);
            if (step is null)
            {
                continue;
            }

            // A loop is done when its body is, and the body begins when the loop's items are there.
            string? body = BodyOf(step) is { } repeated && view.Steps.ContainsKey(repeated) ? repeated : null;
            if (body is not null)
            {
                own.Add(body);
            }

            foreach (string text in PipelineEdge.Of(step).SelectMany(edge => PipelineReference.In(edge.Text)))
            {
                if (PipelineReference.TryParse(text, out PipelineReference reference) && reference.Step is { } source && view.Steps.ContainsKey(source))
                {
                    (body is null ? own : Of(waits, body)).Add(source);
                }
            }

            // What a branch decides about waits for it.
            foreach (string? ruled in step is IfElseStep branch ? (branch.TrueBlock ?? []).Concat(branch.FalseBlock ?? []).Select(PipelineReference.StepOf) : [])
            {
                if (ruled is not null && view.Steps.ContainsKey(ruled))
                {
                    Of(waits, ruled).Add(name);
                }
            }
        }

        return waits;
    }

    private static string? BodyOf(PipelineStep step) => step switch
    {
        DoWhileStep loop => PipelineReference.StepOf(loop.Body),
        ParallelForStep loop => PipelineReference.StepOf(loop.Body),
        _ => null,
    };

    private static HashSet<string> Of(Dictionary<string, HashSet<string>> waits, string step)
    {
        if (!waits.TryGetValue(step, out HashSet<string>? own))
        {
            waits.Add(step, own = new HashSet<string>(StringComparer.Ordinal));
        }

        return own;
    }

    /// <summary>Takes out one after another the steps that wait for nothing that is left: what remains is in circles, or waits for one.</summary>
    private static void RemoveDone(Dictionary<string, HashSet<string>> waits)
    {
        var open = waits.ToDictionary(step => step.Key, step => step.Value.Count, StringComparer.Ordinal);
        ILookup<string, string> waiting = waits.SelectMany(step => step.Value.Select(source => (Source: source, Step: step.Key))).ToLookup(pair => pair.Source, pair => pair.Step, StringComparer.Ordinal);
        var ready = new Queue<string>(open.Where(step => step.Value == 0).Select(step => step.Key));
        while (ready.TryDequeue(out string? done))
        {
            waits.Remove(done);
            foreach (string next in waiting[done])
            {
                if (--open[next] == 0)
                {
                    ready.Enqueue(next);
                }
            }
        }
    }
}
