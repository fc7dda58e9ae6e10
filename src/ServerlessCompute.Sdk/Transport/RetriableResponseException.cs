namespace ServerlessCompute;

#pragma warning disable CA1032, CA1064, MA0021 // Never leaves the policy: it only tells the strategies that an answer was not the last word.
/// <summary>An answer after which a request is repeated.</summary>
internal sealed class RetriableResponseException(int status) : Exception
{
    public int Status { get; } = status;
}
#pragma warning restore CA1032, CA1064, MA0021
