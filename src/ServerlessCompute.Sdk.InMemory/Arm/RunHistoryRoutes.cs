using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Run history: the runs behind the jobs, their details (which a client may ask to be held until something changes), data and artifacts.</summary>
internal sealed class RunHistoryRoutes(ServerlessEngine engine, Answers answers)
{
    private readonly RunUpdate _update = new(engine);

    public Route[] All() =>
    [
        new(RouteArea.History, "GET", "runs/{run}/details", call => DetailsAsync(call, 0)),
        new(RouteArea.History, "GET", "experiments/{experiment}/runs/{run}/details", call => DetailsAsync(call, 1)),
        new(RouteArea.History, "GET", "experimentids/{experiment}/runs/{run}/details", call => DetailsAsync(call, 1)),
        new(RouteArea.History, "GET", "runs/{run}", call => GetAsync(call, 0)),
        new(RouteArea.History, "GET", "experiments/{experiment}/runs/{run}", call => GetAsync(call, 1)),
        new(RouteArea.History, "GET", "experimentids/{experiment}/runs/{run}", call => GetAsync(call, 1)),
        new(RouteArea.History, "PATCH", "runs/{run}", call => Patch(call, 0)),
        new(RouteArea.History, "PATCH", "experiments/{experiment}/runs/{run}", call => Patch(call, 1)),
        new(RouteArea.History, "PATCH", "experimentids/{experiment}/runs/{run}", call => Patch(call, 1)),
        new(RouteArea.History, "GET", "runs/{run}/children", call => Children(call, 0)),
        new(RouteArea.History, "GET", "experiments/{experiment}/runs/{run}/children", call => Children(call, 1)),
        new(RouteArea.History, "GET", "experimentids/{experiment}/runs/{run}/children", call => Children(call, 1)),
        new(RouteArea.History, "GET", "runs/{run}/serviceinstances/{node}", ServiceInstances),
        new(RouteArea.History, "POST", "rundata", RunData),
    ];

    private ValueTask<EngineResponse> DetailsAsync(ArmCall call, int runPart) =>
        ReadAsync(call, call.Parts[runPart], static (writer, engine, job) => RunDocument.WriteDetails(writer, engine, job));

    private ValueTask<EngineResponse> GetAsync(ArmCall call, int runPart) =>
        ReadAsync(call, call.Parts[runPart], static (writer, engine, job) => RunDocument.WriteRun(writer, engine, job));

    private async ValueTask<EngineResponse> ReadAsync(ArmCall call, string run, Action<Utf8JsonWriter, ServerlessEngine, JobRecord> write)
    {
        WaitPreference? preference = WaitPreference.Parse(call.Request.Header("Prefer"));
        if (preference is { } wait)
        {
            EngineResponse held = await HoldAsync(run, wait, WaitPreference.SeenRevision(call.Request.Header("If-None-Match")), Answer, call.Aborted).ConfigureAwait(false);
            return held.With("Preference-Applied", wait.UntilTerminal ? "wait; until=terminal" : "wait");
        }

        engine.AdvanceOnRead(run);
        lock (engine.Pacemaker.Gate)
        {
            return Answer();
        }

        EngineResponse Answer() => engine.Jobs.TryGet(run, out JobRecord? job)
            ? answers.DataPlane(200, JsonBuffer.Write((engine, job, write), static (writer, s) => s.write(writer, s.engine, s.job)))
            : answers.Fail(call, RunNotFound(run));
    }

    /// <summary>Holds the request until the run is no longer as the client saw it, or is over, or the client has waited long enough.</summary>
    private async ValueTask<EngineResponse> HoldAsync(string run, WaitPreference preference, int? seen, Func<EngineResponse> answer, CancellationToken aborted)
    {
        HeldWait held;
        lock (engine.Pacemaker.Gate)
        {
            if (!engine.Jobs.TryGet(run, out JobRecord? job) || (seen is null && !preference.UntilTerminal))
            {
                return answer();
            }

            held = new HeldWait(job, seen ?? 0, preference.UntilTerminal, answer);
            if (held.IsSatisfied)
            {
                return answer();
            }

            job.Waits ??= new WaitList(engine.Pacemaker);
            job.Waits.Add(held, engine.Pacemaker.Instant() + preference.Time.Ticks);
        }

        engine.Pacemaker.Beat();
        if (!held.IsOver)
        {
            using (aborted.UnsafeRegister(_ => held.Abandon(engine.Pacemaker), null))
            {
                await held.Over.ConfigureAwait(false);
            }
        }

        aborted.ThrowIfCancellationRequested();
        return held.Answer!;
    }

    private EngineResponse Patch(ArmCall call, int runPart)
    {
        lock (engine.Pacemaker.Gate)
        {
            if (!engine.Jobs.TryGet(call.Parts[runPart], out JobRecord? job))
            {
                return answers.Fail(call, RunNotFound(call.Parts[runPart]));
            }

            return _update.Apply(job, call.Request.Body) is { } problem
                ? answers.Fail(call, problem)
                : answers.DataPlane(200, JsonBuffer.Write((engine, job), static (writer, s) => RunDocument.WriteRun(writer, s.engine, s.job)));
        }
    }

    /// <summary>A run's children, newest last; in one answer, unless fewer are asked for.</summary>
    private EngineResponse Children(ArmCall call, int runPart)
    {
        lock (engine.Pacemaker.Gate)
        {
            return engine.Jobs.TryGet(call.Parts[runPart], out JobRecord? job)
                ? answers.DataPlane(200, JsonBuffer.Write((engine, call, job), static (writer, s) => WriteChildren(writer, s.engine, s.call, s.job)))
                : answers.Fail(call, RunNotFound(call.Parts[runPart]));
        }
    }

    private static void WriteChildren(Utf8JsonWriter writer, ServerlessEngine engine, ArmCall call, JobRecord job)
    {
        List<JobRecord> children = job.Kin?.Children ?? [];
        int skip = int.TryParse(call.Query("$continuationtoken"), CultureInfo.InvariantCulture, out int token) ? token : 0;
        int most = int.TryParse(call.Query("$top"), CultureInfo.InvariantCulture, out int top) && top > 0 ? top : int.MaxValue;
        writer.WriteStartObject();
        writer.WriteStartArray("value"u8);
        int next = skip;
        for (; next < children.Count && next - skip < most; next++)
        {
            RunDocument.WriteRun(writer, engine, children[next]);
        }

        writer.WriteEndArray();
        if (next < children.Count)
        {
            writer.WriteString("continuationToken"u8, next.ToString(CultureInfo.InvariantCulture));
            writer.WriteString("nextLink"u8, PageLink.Next(call.Request.Uri, "$continuationtoken", next));
        }

        writer.WriteEndObject();
    }

    private EngineResponse ServiceInstances(ArmCall call)
    {
        lock (engine.Pacemaker.Gate)
        {
            if (!int.TryParse(call.Parts[1], System.Globalization.CultureInfo.InvariantCulture, out int node))
            {
                return answers.Fail(call, Refusal.Invalid($"'{call.Parts[1]}' is not the number of a node.", "node"));
            }

            return engine.Jobs.TryGet(call.Parts[0], out JobRecord? job)
                ? answers.DataPlane(200, JsonBuffer.Write((engine, job, node), static (writer, s) => JobServices.WriteInstances(writer, s.engine.Workspace, s.job, s.node)))
                : answers.Fail(call, RunNotFound(call.Parts[0]));
        }
    }

    private EngineResponse RunData(ArmCall call)
    {
        if (!ContractCheck.IsObject(call.Request.Body.Span) || JsonScan.Text(JsonScan.Value(call.Request.Body.Span, "runId"u8)) is not { } run)
        {
            return answers.Fail(call, Refusal.Invalid("The body names no run: it is {\"runId\": \"…\", \"selectRunMetadata\": true}.", "runId"));
        }

        lock (engine.Pacemaker.Gate)
        {
            return engine.Jobs.TryGet(run, out JobRecord? job)
                ? answers.DataPlane(200, JsonBuffer.Write((engine, job), static (writer, s) =>
                {
                    writer.WriteStartObject();
                    writer.WritePropertyName("runMetadata"u8);
                    RunDocument.WriteRun(writer, s.engine, s.job);
                    writer.WriteNull("runDefinition"u8);
                    writer.WriteNull("jobSpecification"u8);
                    writer.WriteNull("systemSettings"u8);
                    writer.WriteEndObject();
                }))
                : answers.Fail(call, RunNotFound(run));
        }
    }

    public static Refusal RunNotFound(string run) => new(404, $"Run {run} not found.")
    {
        InnerCodes = ["NotFoundError"],
        MessageFormat = "Run {runId} not found.",
        MessageParameters = [new("runId", run)],
    };
}
