using System.Buffers;
using Azure;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>What is asked of Resource Manager about one schedule.</summary>
internal static class ScheduleRequests
{
    public static async Task<Schedule> GetAsync(ServiceConnection connection, string name, string apiVersion, CancellationToken cancellationToken)
    {
        using HttpMessage message = connection.CreateMessage(RequestMethod.Get, UriOf(connection, name, apiVersion));
        Response response = await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return ScheduleWire.ReadResource(response.Content.ToMemory().Span);
    }

    /// <summary>Sends a schedule, waits until the service has made it, and gives it as it is then.</summary>
    public static async Task<Schedule> PutAsync(ServiceConnection connection, string name, string apiVersion, Schedule schedule, CancellationToken cancellationToken)
    {
        var body = new ArrayBufferWriter<byte>(1024);
        ScheduleWire.Write(body, schedule);
        using HttpMessage message = connection.CreateMessage(RequestMethod.Put, UriOf(connection, name, apiVersion));
        message.Request.Headers.SetValue("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(body.WrittenMemory);
        Response response = await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        await LongRunningOperation.WaitAsync(connection, response, cancellationToken).ConfigureAwait(false);
        return await GetAsync(connection, name, ReadVersion(connection), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lets a schedule fire or not; the rest stays as the service has it.</summary>
    public static async Task<Schedule> SetEnabledAsync(ServiceConnection connection, string name, bool isEnabled, CancellationToken cancellationToken)
    {
        string version = ReadVersion(connection);
        Schedule current = await GetAsync(connection, name, version, cancellationToken).ConfigureAwait(false);
        return current.IsEnabled == isEnabled ? current : await PutAsync(connection, name, version, current with { IsEnabled = isEnabled }, cancellationToken).ConfigureAwait(false);
    }

    public static async Task DeleteAsync(ServiceConnection connection, string name, CancellationToken cancellationToken)
    {
        using HttpMessage message = connection.CreateMessage(RequestMethod.Delete, UriOf(connection, name, ApiVersions.Base));
        Response response = await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        await LongRunningOperation.WaitAsync(connection, response, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The newest version that may be used: it shows every member that a schedule's job can have.</summary>
    public static string ReadVersion(ServiceConnection connection) => ApiVersions.ForReading(connection.Options.Version);

    private static Uri UriOf(ServiceConnection connection, string name, string apiVersion) => connection.ArmUri($"/schedules/{Uri.EscapeDataString(name)}", apiVersion);
}
