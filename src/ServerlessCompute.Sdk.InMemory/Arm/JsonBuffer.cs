using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>A writer of JSON answers that is used again and again on its thread.</summary>
internal sealed class JsonBuffer
{
    [ThreadStatic]
    private static JsonBuffer? _spare;

    private readonly ArrayBufferWriter<byte> _bytes = new(4096);

    private JsonBuffer()
    {
        // The service escapes no more than JSON asks for.
        Writer = new Utf8JsonWriter(_bytes, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    }

    public Utf8JsonWriter Writer { get; }

    /// <summary>What <paramref name="write"/> writes, as bytes of their own.</summary>
    public static byte[] Write<TState>(TState state, Action<Utf8JsonWriter, TState> write)
        where TState : allows ref struct
    {
        JsonBuffer buffer = Interlocked.Exchange(ref _spare, null) ?? new JsonBuffer();
        write(buffer.Writer, state);
        buffer.Writer.Flush();
        byte[] bytes = buffer._bytes.WrittenSpan.ToArray();
        if (buffer._bytes.Capacity <= 1 << 20)
        {
            buffer._bytes.ResetWrittenCount();
            buffer.Writer.Reset();
            _spare = buffer;
        }

        return bytes;
    }
}
