using System.Buffers;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;

namespace ServerlessCompute;

/// <summary>Takes a job that was checked and named to the service: assets first, then the job itself.</summary>
internal static class JobSubmission
{
    public static async Task<JobRun> SubmitAsync(ServiceConnection connection, Job job, bool isNameFresh, SubmitOptions options, CancellationToken cancellationToken)
    {
        string name = job.Name!;
        (JobPlan plan, string apiVersion, _) = await PrepareAsync(connection, job, options, cancellationToken).ConfigureAwait(false);
        Job resolved = await new PlanApplier(AssetContext.Of(connection)).ApplyAsync(plan, options.UploadProgress, cancellationToken).ConfigureAwait(false);
        bool asUser = resolved is PipelineJob || resolved.Identity is UserIdentityConfiguration;

        var body = new ArrayBufferWriter<byte>(1024);
        JobWire.Write(body, resolved);
        try
        {
            JobPutAnswer answer = await Tracing.RunAsync(
                SpanNames.Put,
                connection.Workspace.WorkspaceName,
                span =>
                {
                    span?.SetTag(SpanTags.JobName, name).SetTag(SpanTags.ApiVersion, apiVersion);
                    return PutAsync(connection, name, apiVersion, body.WrittenMemory, asUser, cancellationToken);
                }).ConfigureAwait(false);
            if (!answer.IsNew)
            {
                RefuseAnotherJob(name, body.WrittenMemory, answer.Body);
            }

            // Nobody else has a fresh name; who made a job of a given one is not known once an answer was lost.
            return new JobRun(connection, name, answer.IsNew || isNameFresh ? true : answer.WasRepeated ? null : false);
        }
        catch (ServerlessRequestException e) when (ImmutableMember.Of(e) is { } member)
        {
            throw new JobConflictException(name, [member]);
        }
    }

    /// <summary>What the submission would do; nothing is sent.</summary>
    public static async Task<SubmissionPlan> PlanAsync(ServiceConnection connection, Job job, SubmitOptions options, CancellationToken cancellationToken)
    {
        (JobPlan plan, string apiVersion, ValueList<JobDiagnostic> warnings) = await PrepareAsync(connection, job, options, cancellationToken).ConfigureAwait(false);
        var body = new ArrayBufferWriter<byte>(1024);
        JobWire.Write(body, plan.Planned.Visit(new SecretMask()));
        return new SubmissionPlan
        {
            Job = job,
            Assets = [.. plan.Describe()],
            RequestPath = $"{connection.WorkspacePath}/jobs/{(job.Name is { } name ? Uri.EscapeDataString(name) : "{name}")}",
            ApiVersion = apiVersion,
            Body = Encoding.UTF8.GetString(body.WrittenSpan),
            Warnings = warnings,
        };
    }

    /// <summary>What a job needs before it is sent, and the version of the contract that knows all it says.</summary>
    public static async Task<(JobPlan Plan, string ApiVersion, ValueList<JobDiagnostic> Warnings)> PrepareAsync(
        ServiceConnection connection, Job job, SubmitOptions options, CancellationToken cancellationToken)
    {
        ServerlessComputeClientOptions.ServiceVersion ceiling = connection.Options.Version;
        RefuseMembersBeyond(ceiling, job);
        var scope = new PlanScope(connection.WorkspacePath, options.BaseFolder ?? ".", options.MaxUploadBytes);
        JobPlan plan = await Tracing.RunAsync(SpanNames.Plan, connection.Workspace.WorkspaceName, span => PlanAsync(connection, job, scope, span, cancellationToken)).ConfigureAwait(false);
        ValueList<JobDiagnostic> warnings = UploadWarnings.Of(plan);
        options.Tell(warnings);
        return (plan, ApiVersions.For(job, ceiling), warnings);
    }

    /// <summary>Sends the job. When the last answer was lost or is no answer, the service is asked whether it has the job.</summary>
    private static async Task<JobPutAnswer> PutAsync(
        ServiceConnection connection, string name, string apiVersion, ReadOnlyMemory<byte> body, bool asUser, CancellationToken cancellationToken)
    {
        try
        {
            return await JobRequests.PutAsync(connection, name, apiVersion, body, asUser, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (LeavesItOpen(e) && !cancellationToken.IsCancellationRequested)
        {
            ReadOnlyMemory<byte>? there = await AskAsync(connection, name, cancellationToken).ConfigureAwait(false);
            connection.Logger.SubmissionSettled(name, there is not null);
            if (there is null)
            {
                throw;
            }

            return new JobPutAnswer(IsNew: false, WasRepeated: true, there.Value);
        }
    }

    /// <summary>Whether the service may have taken the job all the same.</summary>
    private static bool LeavesItOpen(Exception e) => e is TimeoutException or ServerlessRequestException { Status: 0 or 408 or >= 500 };

    private static async Task<ReadOnlyMemory<byte>?> AskAsync(ServiceConnection connection, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await JobRequests.FindAsync(connection, name, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ServerlessRequestException or TimeoutException)
        {
            // Nobody can say: the first error stands.
            return null;
        }
    }

    private static async Task<JobPlan> PlanAsync(ServiceConnection connection, Job job, PlanScope scope, Activity? span, CancellationToken cancellationToken)
    {
        JobPlan plan = await JobPlanner.PlanAsync(job, scope, cancellationToken).ConfigureAwait(false);
        if (span is not null || connection.Logger.IsEnabled(LogLevel.Debug))
        {
            int files = plan.Uploads.Sum(static upload => upload.Snapshot.Files.Count);
            long bytes = plan.Uploads.Sum(static upload => upload.Snapshot.Bytes);
            span?.SetTag(SpanTags.JobName, job.Name).SetTag(SpanTags.Files, files).SetTag(SpanTags.Bytes, bytes);
            connection.Logger.JobPlanned(job.Name, plan.Needs.Count, files, bytes);
        }

        return plan;
    }

    private static void RefuseMembersBeyond(ServerlessComputeClientOptions.ServiceVersion ceiling, Job job)
    {
        if (ApiVersions.FirstUnknown(job, ceiling) is { } unknown)
        {
            string fix = unknown.KnownIn is null
                ? "Leave it out."
                : $"Leave it out, or make the client with options that allow version {unknown.KnownIn}.";
            throw new JobValidationException(
                [DiagnosticCatalog.MemberBeyondVersion.At(unknown.Path, $"Version {unknown.Version} of the service's contract, which this job would be sent with, does not know this member.", fix)]);
        }
    }

    /// <summary>The service answers 200 to any job of a name that is taken: whether it is the same job is for the client to see.</summary>
    private static void RefuseAnotherJob(string name, ReadOnlyMemory<byte> sent, ReadOnlyMemory<byte> answered)
    {
        IReadOnlyList<string> differences = BodyDifferences.Find(sent, answered);
        if (differences.Count > 0)
        {
            throw new JobConflictException(name, differences);
        }
    }
}
