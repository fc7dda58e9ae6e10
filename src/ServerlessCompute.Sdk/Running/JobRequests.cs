using System.Buffers;
using Azure;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>What is asked of Resource Manager about one job.</summary>
internal static class JobRequests
{
    public static async Task<Job> GetAsync(ServiceConnection connection, string name, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> answer = await GetAnswerAsync(connection, name, cancellationToken).ConfigureAwait(false);
        return JobWire.ReadResource(answer.Span);
    }

    /// <summary>The job as the service has it, letter by letter; null when it has none of that name.</summary>
    public static async Task<ReadOnlyMemory<byte>?> FindAsync(ServiceConnection connection, string name, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAnswerAsync(connection, name, cancellationToken).ConfigureAwait(false);
        }
        catch (ServerlessRequestException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>Sends a job. The answer is the whole job; 201 says that it is new, 200 that it was there.</summary>
    public static async Task<JobPutAnswer> PutAsync(
        ServiceConnection connection,
        string name,
        string apiVersion,
        ReadOnlyMemory<byte> body,
        bool asUser,
        CancellationToken cancellationToken)
    {
        using HttpMessage message = connection.CreateMessage(RequestMethod.Put, JobUri(connection, name, apiVersion));
        message.Request.Headers.SetValue("Content-Type", "application/json");
        if (asUser)
        {
            UserTokenPolicy.Want(message);
        }

        message.Request.Content = RequestContent.Create(body);
        Response response = await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return new JobPutAnswer(response.Status == 201, message.ProcessingContext.RetryNumber > 0, response.Content.ToMemory());
    }

    /// <summary>Changes what may be changed of a job that is there: the service compares the rest and never runs the job again.</summary>
    public static async Task UpdateAsync(ServiceConnection connection, string name, Func<Job, JobChange> change, CancellationToken cancellationToken)
    {
        ReadOnlyMemory<byte> current = await GetAnswerAsync(connection, name, cancellationToken).ConfigureAwait(false);
        JobChange update = change(JobWire.ReadResource(current.Span));
        var body = new ArrayBufferWriter<byte>();
        JobWire.WriteChange(body, current.Span, update);
        await PutAsync(connection, name, ReadVersion(connection), body.WrittenMemory, asUser: false, cancellationToken).ConfigureAwait(false);
    }

    public static async Task CancelAsync(ServiceConnection connection, string name, CancellationToken cancellationToken)
    {
        using HttpMessage message = connection.CreateMessage(
            RequestMethod.Post,
            connection.ArmUri($"/jobs/{Uri.EscapeDataString(name)}/cancel", ApiVersions.Base));
        try
        {
            await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (ServerlessRequestException e) when (e.ErrorCode == "CancelPipelineRunInTerminalStatus")
        {
            // A pipeline that is over answers with an error where a command that is over answers 200.
        }
    }

    private static async Task<ReadOnlyMemory<byte>> GetAnswerAsync(ServiceConnection connection, string name, CancellationToken cancellationToken)
    {
        using HttpMessage message = connection.CreateMessage(RequestMethod.Get, JobUri(connection, name, ReadVersion(connection)));
        Response response = await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return response.Content.ToMemory();
    }

    /// <summary>The newest version that may be used: it shows every member that a job can have.</summary>
    private static string ReadVersion(ServiceConnection connection) => ApiVersions.ForReading(connection.Options.Version);

    private static Uri JobUri(ServiceConnection connection, string name, string apiVersion) =>
        connection.ArmUri($"/jobs/{Uri.EscapeDataString(name)}", apiVersion);
}
