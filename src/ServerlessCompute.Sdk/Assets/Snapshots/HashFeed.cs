using System.Security.Cryptography;

namespace ServerlessCompute;

/// <summary>Feeds a hash. Where there is much to read, one thread reads while another hashes.</summary>
internal static class HashFeed
{
    /// <summary>Less than this is read faster than a thread is started.</summary>
    private const long WorthAThread = 4 * 1024 * 1024;

    /// <param name="hash">What is fed.</param>
    /// <param name="expectedBytes">How much there will be, more or less.</param>
    /// <param name="feed">Gives the bytes; on another thread when there are many.</param>
    /// <param name="cancellationToken">Ends the hashing.</param>
    public static void Run(IncrementalHash hash, long expectedBytes, Action<ByteSink> feed, CancellationToken cancellationToken)
    {
        if (expectedBytes < WorthAThread)
        {
            using var sink = new DirectSink(hash.AppendData);
            feed(sink);
        }
        else
        {
            using var pipe = new BufferPipe(cancellationToken);
            pipe.Run(feed, hash.AppendData);
        }
    }
}
