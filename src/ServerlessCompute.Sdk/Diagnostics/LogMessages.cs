using Microsoft.Extensions.Logging;

namespace ServerlessCompute;

/// <summary>
/// Every message that is logged, with its id; an id is never used again. No message has an address's query, a header, or what the
/// service or a file says: a path, a name, a code and a number are enough.
/// </summary>
internal static partial class LogMessages
{
    [LoggerMessage(100, LogLevel.Information, "Job {JobName} ({JobType}) was submitted in {Duration}; new: {IsNew}.")]
    public static partial void JobSubmitted(this ILogger logger, string jobName, string jobType, TimeSpan duration, bool? isNew);

    [LoggerMessage(101, LogLevel.Warning, "Job {JobName} ({JobType}) was not submitted: {ErrorType}.")]
    public static partial void SubmissionFailed(this ILogger logger, string? jobName, string jobType, string errorType);

    [LoggerMessage(102, LogLevel.Debug, "The plan for job {JobName} has {Assets} assets; it uploads {Files} files, {Bytes} bytes, at most.")]
    public static partial void JobPlanned(this ILogger logger, string? jobName, int assets, int files, long bytes);

    [LoggerMessage(103, LogLevel.Information, "{Name} was uploaded: {Files} files, {Bytes} bytes.")]
    public static partial void AssetUploaded(this ILogger logger, string name, int files, long bytes);

    [LoggerMessage(104, LogLevel.Debug, "{Kind} {Name}, version {Version}, was registered.")]
    public static partial void AssetRegistered(this ILogger logger, string kind, string name, string version);

    [LoggerMessage(120, LogLevel.Debug, "Job {JobName} is {Status}.")]
    public static partial void JobStatusSeen(this ILogger logger, string jobName, string? status);

    [LoggerMessage(121, LogLevel.Information, "Job {JobName} ended as {Status} after {Duration}.")]
    public static partial void JobEnded(this ILogger logger, string jobName, string? status, TimeSpan? duration);

    [LoggerMessage(122, LogLevel.Warning, "Job {JobName} failed: {ErrorCode}.")]
    public static partial void JobFailed(this ILogger logger, string jobName, string? errorCode);

    [LoggerMessage(123, LogLevel.Debug, "The list of jobs could not be looked at: {ErrorType}. It is tried again.")]
    public static partial void ListLookFailed(this ILogger logger, string errorType);

    [LoggerMessage(130, LogLevel.Information, "Output {OutputName} of job {JobName} was downloaded: {Files} files, {Bytes} bytes.")]
    public static partial void OutputDownloaded(this ILogger logger, string outputName, string jobName, int files, long bytes);

    [LoggerMessage(200, LogLevel.Warning, "{Method} {Path} is repeated in {Wait}, attempt {Attempt}: {Reason}.")]
    public static partial void RequestRepeated(this ILogger logger, string method, string path, TimeSpan wait, int attempt, string reason);

    [LoggerMessage(201, LogLevel.Error, "Requests to {Place} fail one after the other: none is sent for {Break}.")]
    public static partial void CircuitOpened(this ILogger logger, string place, TimeSpan @break);

    [LoggerMessage(202, LogLevel.Information, "Requests to {Place} succeed again.")]
    public static partial void CircuitClosed(this ILogger logger, string place);

    [LoggerMessage(203, LogLevel.Warning, "So many requests to {Place} failed that none is repeated until some succeed.")]
    public static partial void RetryBudgetSpent(this ILogger logger, string place);

    [LoggerMessage(204, LogLevel.Information, "The answer to the submission of job {JobName} was lost; the service has the job: {IsThere}.")]
    public static partial void SubmissionSettled(this ILogger logger, string jobName, bool isThere);
}
