using System.Globalization;
using System.Text;

namespace ServerlessCompute;

/// <summary>A request that an <see cref="InMemoryServerless"/> got and what it answered: recorded with <see cref="InMemoryServerlessOptions.RecordRequests"/>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record InMemoryExchange
{
    /// <summary>When it came, on the service's clock.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The verb in capitals.</summary>
    public required string Method { get; init; }

    /// <summary>The address.</summary>
    public required Uri Uri { get; init; }

    /// <summary>The request's headers, in their order, without the token.</summary>
    public required ValueList<KeyValuePair<string, string>> Headers { get; init; }

    /// <summary>The request's body.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The answer's status; 0 for a request that was not answered: its client went away, or a fault broke the connection.</summary>
    public int Status { get; init; }

    /// <summary>The answer's headers, in their order.</summary>
    public ValueList<KeyValuePair<string, string>> AnswerHeaders { get; init; } = [];

    /// <summary>The answer's body.</summary>
    public ReadOnlyMemory<byte> AnswerBody { get; init; }

    /// <summary>The answer's body as text.</summary>
    public string AnswerText => Encoding.UTF8.GetString(AnswerBody.Span);

    /// <summary>One line: time, verb, path and status.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Time.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {Method} {Uri.AbsolutePath} {Status}");

    /// <summary>Whether both answers are the same, byte for byte.</summary>
    internal bool HasSameAnswer(InMemoryExchange other) =>
        Status == other.Status && AnswerHeaders == other.AnswerHeaders && AnswerBody.Span.SequenceEqual(other.AnswerBody.Span);
}
