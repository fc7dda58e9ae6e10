using Azure;
using Azure.Core;

namespace ServerlessCompute;

/// <summary>
/// Waits for what the service does after it has answered. It names an address where it says how far it is; it gives no hint when to ask again,
/// so the waits grow.
/// </summary>
internal static class LongRunningOperation
{
    private const string StatusAddress = "Azure-AsyncOperation";

    private const string LongestWait = "x-ms-async-operation-timeout";

    private static readonly TimeSpan _firstWait = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan _waitAtMost = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan _defaultPatience = TimeSpan.FromMinutes(30);

    /// <param name="connection">The way to the service.</param>
    /// <param name="accepted">The answer that began the operation.</param>
    /// <param name="cancellationToken">Ends the wait; the service goes on.</param>
    /// <exception cref="ServerlessRequestException">The operation failed, or the service refused.</exception>
    /// <exception cref="TimeoutException">The operation took longer than the service allows itself.</exception>
    public static async Task WaitAsync(ServiceConnection connection, Response accepted, CancellationToken cancellationToken)
    {
        if (!accepted.Headers.TryGetValue(StatusAddress, out string? address))
        {
            return;
        }

        Uri uri = connection.OwnUri(address);
        TimeSpan patience = accepted.Headers.TryGetValue(LongestWait, out string? most) && WireDuration.TryParse(most, out TimeSpan given) ? given : _defaultPatience;
        long start = connection.Time.GetTimestamp();
        for (TimeSpan wait = _firstWait; ; wait = wait * 2 < _waitAtMost ? wait * 2 : _waitAtMost)
        {
            using HttpMessage message = connection.CreateMessage(RequestMethod.Get, uri);
            Response response = await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
            OperationStatus status = OperationStatus.Read(response.Content.ToMemory().Span);
            if (status.IsOver)
            {
                if (!status.IsSuccess)
                {
                    throw new ServerlessRequestException(response, status.ErrorCode ?? status.Status, $"{status.ErrorMessage ?? "The service could not do it."} ({status.ErrorCode ?? status.Status})", target: null);
                }

                return;
            }

            if (connection.Time.GetElapsedTime(start) > patience)
            {
                throw new TimeoutException($"After {patience:c} the service is still {(status.Status.Length == 0 ? "not done" : status.Status)}. Look at the schedule again later.");
            }

            await Task.Delay(wait, connection.Time, cancellationToken).ConfigureAwait(false);
        }
    }
}
