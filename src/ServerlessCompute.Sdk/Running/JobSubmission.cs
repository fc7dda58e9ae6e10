using System.Buffers;
using System.Text;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>Takes a job that was checked and named to the service: assets first, then the job itself.</summary>
internal static class JobSubmission
{
    public static async Task<JobRun> SubmitAsync(ServiceConnection connection, Job job, SubmitOptions options, CancellationToken cancellationToken)
    {
        string name = job.Name!;
        (JobPlan plan, string apiVersion, _) = await PrepareAsync(connection, job, options, cancellationToken).ConfigureAwait(false);
        Job resolved = await new PlanApplier(AssetContext.Of(connection)).ApplyAsync(plan, options.UploadProgress, cancellationToken).ConfigureAwait(false);
        string? userToken = resolved is PipelineJob || resolved.Identity is UserIdentityConfiguration ? await UserTokenAsync(connection, cancellationToken).ConfigureAwait(false) : null;

        var body = new ArrayBufferWriter<byte>(1024);
        JobWire.Write(body, resolved);
        try
        {
            (bool isNew, ReadOnlyMemory<byte> answer) = await JobRequests.PutAsync(connection, name, apiVersion, body.WrittenMemory, userToken, cancellationToken).ConfigureAwait(false);
            if (!isNew)
            {
                RefuseAnotherJob(name, body.WrittenMemory, answer);
            }

            return new JobRun(connection, name, isNew);
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
        JobPlan plan = await JobPlanner.PlanAsync(job, scope, cancellationToken).ConfigureAwait(false);
        ValueList<JobDiagnostic> warnings = UploadWarnings.Of(plan);
        options.Tell(warnings);
        return (plan, ApiVersions.For(job, ceiling), warnings);
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

    private static async Task<string> UserTokenAsync(ServiceConnection connection, CancellationToken cancellationToken)
    {
        AccessToken token = await connection.Credential
            .GetTokenAsync(new TokenRequestContext([connection.Options.MachineLearningScope]), cancellationToken)
            .ConfigureAwait(false);
        return token.Token;
    }
}
