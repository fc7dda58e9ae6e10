using System.Globalization;

namespace ServerlessCompute;

/// <summary>Jobs in Azure Resource Manager: make, read, change, list, cancel, delete.</summary>
internal sealed class JobRoutes(ServerlessEngine engine, Answers answers, ScheduleRoutes schedules)
{
    private const int PageSize = 50;

    private readonly JobIntake _intake = new(engine);
    private readonly JobUpdate _update = new(engine);

    public Route[] All() =>
    [
        new(RouteArea.Workspace, "PUT", "jobs/{name}", Put),
        new(RouteArea.Workspace, "GET", "jobs/{name}", Get),
        new(RouteArea.Workspace, "DELETE", "jobs/{name}", Delete),
        new(RouteArea.Workspace, "POST", "jobs/{name}/cancel", Cancel),
        new(RouteArea.Workspace, "GET", "jobs", List),
        new(RouteArea.Location, "GET", "mfeOperationResults/{operation}", OperationResult),
    ];

    private EngineResponse Put(ArmCall call)
    {
        string name = call.Parts[0];
        if (JobIntake.CheckName(name) is { } badName)
        {
            return answers.Fail(call, badName);
        }

        if (_intake.Check(call, out byte[] body) is { } problem)
        {
            return answers.Fail(call, problem);
        }

        lock (engine.Pacemaker.Gate)
        {
            bool isNew = !engine.Jobs.TryGet(name, out JobRecord? job);
            Refusal? refusal = isNew ? _intake.Accept(name, body, out job) : _update.Apply(job!, body);
            if (refusal is not null)
            {
                return answers.Fail(call, refusal);
            }

            EngineResponse response = answers.Arm(call, isNew ? 201 : 200, JobDocument.Write(engine.Workspace, job!, call.Version));
            return isNew ? response.With("Location", $"https://{call.Request.Uri.Authority}{engine.Workspace.ArmId}/jobs/{name}?api-version={call.Version.Text}") : response;
        }
    }

    private EngineResponse Get(ArmCall call)
    {
        engine.AdvanceOnRead(call.Parts[0]);
        lock (engine.Pacemaker.Gate)
        {
            return engine.Jobs.TryGet(call.Parts[0], out JobRecord? job)
                ? answers.Arm(call, 200, JobDocument.Write(engine.Workspace, job, call.Version))
                : answers.Fail(call, Refusal.JobNotFound(call.Parts[0]));
        }
    }

    private EngineResponse Cancel(ArmCall call)
    {
        lock (engine.Pacemaker.Gate)
        {
            if (!engine.Jobs.TryGet(call.Parts[0], out JobRecord? job))
            {
                return answers.Fail(call, Refusal.JobNotFound(call.Parts[0]));
            }

            if (job.IsOver)
            {
                // Recorded: of a pipeline this is an error, of a command it is not.
                return job.Life.JobType == "Pipeline"
                    ? answers.Fail(call, Refusal.Invalid($"The pipeline run {job.Name} is in terminal status, it can't be canceled.", reason: "CancelPipelineRunInTerminalStatus"))
                    : answers.Arm(call, 200, default);
            }

            job.Life.Stop(job, StopReason.Canceled);
            return answers.Arm(call, 202, "null"u8.ToArray())
                .With("Location", OperationUrl(call, job))
                .With("x-ms-async-operation-timeout", "PT1H");
        }
    }

    /// <summary>A live job is cancelled first. What the service answers is in no recording; these are the contract's 200, 202 and 204.</summary>
    private EngineResponse Delete(ArmCall call)
    {
        lock (engine.Pacemaker.Gate)
        {
            if (!engine.Jobs.TryGet(call.Parts[0], out JobRecord? job))
            {
                return answers.Arm(call, 204, default);
            }

            if (job.IsOver)
            {
                engine.Jobs.Remove(job);
                return answers.Arm(call, 200, default);
            }

            job.IsDeleted = true;
            job.Life.Stop(job, StopReason.Canceled);
            return answers.Arm(call, 202, "null"u8.ToArray())
                .With("Location", OperationUrl(call, job))
                .With("x-ms-async-operation-timeout", "PT1H");
        }
    }

    private EngineResponse OperationResult(ArmCall call)
    {
        if (schedules.Result(call) is { } done)
        {
            return done;
        }

        string[] parts = call.Parts[0].Split(':', 3);
        JobRecord? job;
        lock (engine.Pacemaker.Gate)
        {
            if (parts.Length != 3 || parts[0] != "jc" || !engine.Jobs.TryGet(parts[2], out job))
            {
                if (parts.Length == 3 && engine.Jobs.WasRemoved(parts[2]))
                {
                    return answers.Arm(call, 200, default);
                }

                return answers.Fail(call, new Refusal(404, $"Operation {call.Parts[0]} not found.") { InnerCodes = ["NotFound"] });
            }
        }

        engine.AdvanceOnRead(job.Name);
        lock (engine.Pacemaker.Gate)
        {
            return job.IsOver
                ? answers.Arm(call, 200, default)
                : answers.Arm(call, 202, "{}"u8.ToArray()).With("Location", OperationUrl(call, job)).With("x-ms-async-operation-timeout", "PT1H");
        }
    }

    private EngineResponse List(ArmCall call)
    {
        var filter = new JobQuery(call);
        int skip = int.TryParse(call.Query("$skipToken") ?? call.Query("$skip"), CultureInfo.InvariantCulture, out int token) ? token : int.MaxValue;
        lock (engine.Pacemaker.Gate)
        {
            // A page goes on below the number of its predecessor's last job, so that new jobs shift nothing.
            var page = new List<JobRecord>(PageSize);
            int? next = null;
            foreach (JobRecord job in engine.Jobs.NewestFirst(skip))
            {
                if (!filter.Passes(job))
                {
                    continue;
                }

                if (page.Count == PageSize)
                {
                    next = page[^1].Number;
                    break;
                }

                page.Add(job);
            }

            return answers.Arm(call, 200, JsonBuffer.Write((engine, call, page, next), static (writer, s) =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("value"u8);
                foreach (JobRecord job in s.page)
                {
                    JobDocument.Write(writer, s.engine.Workspace, job, s.call.Version);
                }

                writer.WriteEndArray();
                if (s.next is { } token)
                {
                    writer.WriteString("nextLink"u8, PageLink.Next(s.call.Request.Uri, token));
                }

                writer.WriteEndObject();
            }));
        }
    }

    private string OperationUrl(ArmCall call, JobRecord job) =>
        $"https://{call.Request.Uri.Authority}{engine.Workspace.LocationPrefix}/mfeOperationResults/jc:{engine.Workspace.WorkspaceId}:{job.Name}?api-version={call.Version.Text}";
}
