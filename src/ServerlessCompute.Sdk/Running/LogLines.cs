using System.Text;

namespace ServerlessCompute;

/// <summary>
/// Cuts the bytes of a growing log into lines. A line that has no end yet waits for the rest; one without any end is cut at a mebibyte
/// so that it does not fill the memory.
/// </summary>
internal sealed class LogLines
{
    private const int LongestLine = 1 << 20;

    private byte[] _rest = [];

    /// <summary>Takes the next bytes and adds the lines that are whole now.</summary>
    public void Add(ReadOnlySpan<byte> bytes, List<string> lines)
    {
        while (!bytes.IsEmpty)
        {
            int end = bytes.IndexOf((byte)'\n');
            ReadOnlySpan<byte> piece = end < 0 ? bytes : bytes[..end];
            if (end < 0 && _rest.Length + piece.Length < LongestLine)
            {
                _rest = [.. _rest, .. piece];
                return;
            }

            lines.Add(Decode(piece));
            bytes = end < 0 ? default : bytes[(end + 1)..];
        }
    }

    /// <summary>Adds the last line, if it has no end.</summary>
    public void Finish(List<string> lines)
    {
        if (_rest.Length > 0)
        {
            lines.Add(Decode(default));
        }
    }

    private string Decode(ReadOnlySpan<byte> piece)
    {
        ReadOnlySpan<byte> line = _rest.Length == 0 ? piece : [.. _rest, .. piece];
        _rest = [];
        return Encoding.UTF8.GetString(line.EndsWith("\r"u8) ? line[..^1] : line);
    }
}
