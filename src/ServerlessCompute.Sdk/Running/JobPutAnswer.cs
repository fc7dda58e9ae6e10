namespace ServerlessCompute;

/// <summary>The service's answer to a job that was sent.</summary>
/// <param name="IsNew">Whether the service said that it is new.</param>
/// <param name="WasRepeated">Whether it was sent more than once, so that an earlier request may have made it.</param>
/// <param name="Body">The whole job.</param>
internal readonly record struct JobPutAnswer(bool IsNew, bool WasRepeated, ReadOnlyMemory<byte> Body);
