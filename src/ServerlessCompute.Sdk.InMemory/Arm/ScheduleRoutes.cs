using System.Globalization;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>Schedules in Azure Resource Manager. Making and deleting one are long-running operations that are over at once (recorded answers).</summary>
internal sealed class ScheduleRoutes
{
    private const int PageSize = 50;

    private readonly ServerlessEngine _engine;
    private readonly Answers _answers;
    private readonly JobIntake _intake;
    private readonly Dictionary<string, ScheduleOperation> _operations = new(StringComparer.Ordinal);

    public ScheduleRoutes(ServerlessEngine engine, Answers answers)
    {
        (_engine, _answers, _intake) = (engine, answers, new JobIntake(engine));

        // A job that is refused when its time has come is not made; the schedule goes on.
        engine.Schedules.Submit = (name, body, schedule) => _intake.Accept(name, body, out _, schedule);
    }

    public Route[] All() =>
    [
        new(RouteArea.Workspace, "PUT", "schedules/{name}", Put),
        new(RouteArea.Workspace, "GET", "schedules/{name}", Get),
        new(RouteArea.Workspace, "DELETE", "schedules/{name}", Delete),
        new(RouteArea.Workspace, "POST", "schedules/{name}/trigger", TriggerOnce),
        new(RouteArea.Workspace, "GET", "schedules", List),
        new(RouteArea.Location, "GET", "mfeOperationsStatus/{operation}", Status),
    ];

    private EngineResponse Put(ArmCall call)
    {
        string name = call.Parts[0];
        if ((JobIntake.CheckName(name) ?? ContractCheck.Check("ScheduleResource", call.Request.Body.Span, call.Version, _engine.Settings.Strictness)) is { } wrong)
        {
            return _answers.Fail(call, wrong);
        }

        byte[] body = JsonScan.Value(call.Request.Body.Span, "properties"u8).ToArray();
        ReadOnlySpan<byte> action = JsonScan.Value(body, "action"u8);
        if (!JsonScan.IsText(JsonScan.Value(action, "actionType"u8), "CreateJob"))
        {
            return _answers.Fail(call, Refusal.Invalid($"The schedules of this service make jobs; it has no action '{JsonScan.Text(JsonScan.Value(action, "actionType"u8))}'.", "properties.action.actionType"));
        }

        if (FireRule.Read(JsonScan.Value(body, "trigger"u8), out string? problem) is not { } rule)
        {
            return _answers.Fail(call, Refusal.Invalid(problem!, "properties.trigger"));
        }

        lock (_engine.Pacemaker.Gate)
        {
            if (_intake.Refuse(JsonScan.Value(action, "jobDefinition"u8)) is { } refusal)
            {
                return _answers.Fail(call, refusal);
            }

            ScheduleRecord schedule = _engine.Schedules.Put(name, body, rule);
            return _answers.Arm(call, 201, JsonBuffer.Write((_engine, schedule, call), static (writer, s) => ScheduleDocument.WriteCreating(writer, s._engine, s.schedule, s.call.Version)))
                .With("Location", $"https://{call.Request.Uri.Authority}{_engine.Workspace.ArmId}/schedules/{name}?api-version={call.Version.Text}")
                .With("Azure-AsyncOperation", Operation(call, new ScheduleOperation(name, _engine.Pacemaker.Instant(), null)))
                .With("x-ms-async-operation-timeout", "PT30M");
        }
    }

    private EngineResponse Get(ArmCall call)
    {
        lock (_engine.Pacemaker.Gate)
        {
            return _engine.Schedules.Find(call.Parts[0]) is { } schedule
                ? _answers.Arm(call, 200, JsonBuffer.Write((_engine, schedule, call), static (writer, s) => ScheduleDocument.Write(writer, s._engine, s.schedule, s.call.Version)))
                : _answers.Fail(call, NotFound(call.Parts[0]));
        }
    }

    /// <summary>Recorded: the request is taken either way, and the operation fails for a schedule that is enabled.</summary>
    private EngineResponse Delete(ArmCall call)
    {
        lock (_engine.Pacemaker.Gate)
        {
            if (_engine.Schedules.Find(call.Parts[0]) is not { } schedule)
            {
                return _answers.Arm(call, 204, default);
            }

            string? problem = schedule.IsEnabled ? $"Cannot delete an active trigger {schedule.Name}" : null;
            if (problem is null)
            {
                _engine.Schedules.Remove(schedule);
            }

            string operation = Operation(call, new ScheduleOperation(schedule.Name, _engine.Pacemaker.Instant(), problem));
            return _answers.Arm(call, 202, "null"u8.ToArray())
                .With("Azure-AsyncOperation", operation)
                .With("Location", operation.Replace("mfeOperationsStatus", "mfeOperationResults", StringComparison.Ordinal))
                .With("x-ms-async-operation-timeout", "PT30M");
        }
    }

    /// <summary>Makes a schedule's job now, whether or not it is enabled.</summary>
    private EngineResponse TriggerOnce(ArmCall call)
    {
        lock (_engine.Pacemaker.Gate)
        {
            if (_engine.Schedules.Find(call.Parts[0]) is not { } schedule)
            {
                return _answers.Fail(call, NotFound(call.Parts[0]));
            }

            long time = DateTimeOffset.TryParse(JsonScan.Text(JsonScan.Value(call.Request.Body.Span, "scheduleTime"u8)), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset asked)
                ? asked.UtcTicks
                : _engine.Pacemaker.Instant();
            return _answers.Arm(call, 200, JsonBuffer.Write(_engine.Schedules.Make(schedule, time), static (writer, job) =>
            {
                writer.WriteStartObject();
                writer.WriteString("scheduleActionType"u8, "CreateJob"u8);
                writer.WriteString("submissionId"u8, job);
                writer.WriteEndObject();
            }));
        }
    }

    private EngineResponse List(ArmCall call)
    {
        string view = call.Query("listViewType") ?? "EnabledOnly";
        int skip = int.TryParse(call.Query("$skipToken") ?? call.Query("$skip"), CultureInfo.InvariantCulture, out int token) ? token : 0;
        lock (_engine.Pacemaker.Gate)
        {
            ScheduleRecord[] found = [.. _engine.Schedules.All.Where(s => view.Equals("All", StringComparison.OrdinalIgnoreCase) || s.IsEnabled != view.Equals("DisabledOnly", StringComparison.OrdinalIgnoreCase))];
            return _answers.Arm(call, 200, JsonBuffer.Write((_engine, call, found, skip), static (writer, s) =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("value"u8);
                foreach (ScheduleRecord schedule in s.found.Skip(s.skip).Take(PageSize))
                {
                    ScheduleDocument.Write(writer, s._engine, schedule, s.call.Version);
                }

                writer.WriteEndArray();
                if (s.skip + PageSize < s.found.Length)
                {
                    writer.WriteString("nextLink"u8, PageLink.Next(s.call.Request.Uri, s.skip + PageSize));
                }

                writer.WriteEndObject();
            }));
        }
    }

    private EngineResponse Status(ArmCall call)
    {
        lock (_engine.Pacemaker.Gate)
        {
            return _operations.TryGetValue(call.Parts[0], out ScheduleOperation? operation)
                ? _answers.Arm(call, 200, JsonBuffer.Write((_engine, operation, call.Parts[0]), static (writer, s) => Write(writer, s._engine, s.operation, s.Item3)))
                : _answers.Fail(call, new Refusal(404, $"Operation {call.Parts[0]} not found.") { InnerCodes = ["NotFound"] });
        }
    }

    /// <summary>What the other kind of address answers: nothing when it is done.</summary>
    public EngineResponse? Result(ArmCall call)
    {
        lock (_engine.Pacemaker.Gate)
        {
            return !_operations.TryGetValue(call.Parts[0], out ScheduleOperation? operation) ? null
                : operation.Problem is { } problem ? _answers.Fail(call, new Refusal(400, problem))
                : _answers.Arm(call, 200, default);
        }
    }

    private static void Write(Utf8JsonWriter writer, ServerlessEngine engine, ScheduleOperation operation, string id)
    {
        writer.WriteStartObject();
        if (operation.Problem is { } problem)
        {
            writer.WriteStartObject("error"u8);
            writer.WriteString("code"u8, "UserError"u8);
            writer.WriteString("message"u8, problem);
            writer.WriteStartArray("details"u8);
            writer.WriteEndArray();
            writer.WriteStartArray("additionalInfo"u8);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        // Recorded: the id speaks of results though the address does not.
        writer.WriteString("id"u8, $"{engine.Workspace.LocationPrefix}/mfeOperationResults/{id}");
        writer.WriteString("name"u8, id);
        writer.WriteString("status"u8, operation.Problem is null ? "Succeeded"u8 : "Failed"u8);
        if (operation.Problem is null)
        {
            writer.TimeMember("startTime"u8, operation.At);
            writer.TimeMember("endTime"u8, operation.At);
        }

        writer.WriteEndObject();
    }

    private string Operation(ArmCall call, ScheduleOperation operation)
    {
        string id = $"s:{_engine.Workspace.WorkspaceId}:{Draw.Id(_engine.Settings.Seed, operation.Schedule, $"operation {_operations.Count}"):N}";
        _operations.Add(id, operation);
        return $"https://{call.Request.Uri.Authority}{_engine.Workspace.LocationPrefix}/mfeOperationsStatus/{id}?api-version={call.Version.Text}";
    }

    private static Refusal NotFound(string name) => new(404, $"Resource Trigger {name} not found");
}
