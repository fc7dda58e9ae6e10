using System.Text;

namespace ServerlessCompute;

/// <summary>The last bytes of a log, for the message of a failure.</summary>
internal sealed class LogTail
{
    private const int Kept = 2048;
    private const int Lines = 10;

    private readonly byte[] _ring = new byte[Kept];
    private long _written;

    public void Add(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Kept)
        {
            _written += bytes.Length - Kept;
            bytes = bytes[^Kept..];
        }

        int at = (int)(_written % Kept);
        int first = Math.Min(bytes.Length, Kept - at);
        bytes[..first].CopyTo(_ring.AsSpan(at));
        bytes[first..].CopyTo(_ring);
        _written += bytes.Length;
    }

    /// <summary>The last lines, without a line that was cut at its beginning.</summary>
    public override string ToString()
    {
        int length = (int)Math.Min(_written, Kept);
        var bytes = new byte[length];
        for (int i = 0; i < length; i++)
        {
            bytes[i] = _ring[(_written - length + i) % Kept];
        }

        string[] lines = Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        int whole = _written > Kept && lines.Length > 1 ? 1 : 0;
        return string.Join('\n', lines[Math.Max(whole, lines.Length - Lines)..]);
    }
}
