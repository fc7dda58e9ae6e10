using System.Globalization;
using System.Text;

namespace ServerlessCompute;

/// <summary>The text of a document, checked before it is parsed: not too long, UTF-8, no characters that YAML does not know.</summary>
internal static class YamlText
{
    /// <summary>Enough for a pipeline of 30,000 steps.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private static readonly UTF8Encoding _strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file.</summary>
    /// <exception cref="YamlSyntaxException">The file is too long, or no text.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static string OfFile(string path, TreePlace start)
    {
        using FileStream stream = new(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 });
        return OfStream(stream, start);
    }

    /// <summary>The text of a stream, to its end.</summary>
    /// <inheritdoc cref="OfFile"/>
    public static string OfStream(Stream stream, TreePlace start)
    {
        if (stream.CanSeek && stream.Length - stream.Position > MaxBytes)
        {
            throw TooLong(start, stream.Length - stream.Position);
        }

        byte[] bytes = new byte[stream.CanSeek ? (int)(stream.Length - stream.Position) + 1 : 64 * 1024];
        int count = 0;
        for (int read = stream.Read(bytes); read > 0; read = stream.Read(bytes.AsSpan(count)))
        {
            count += read;
            if (count > MaxBytes)
            {
                throw TooLong(start, count);
            }

            if (count == bytes.Length)
            {
                Array.Resize(ref bytes, Math.Min(bytes.Length * 2, MaxBytes + 1));
            }
        }

        return OfBytes(bytes.AsSpan(0, count), start);
    }

    /// <summary>The text itself, where nothing is wrong with it.</summary>
    /// <exception cref="YamlSyntaxException">The text is too long, or has characters that YAML does not know.</exception>
    public static string Checked(string text, TreePlace start)
    {
        if (text.Length > MaxBytes)
        {
            throw TooLong(start, text.Length);
        }

        int at = text.AsSpan().IndexOfAnyExceptInRange(' ', '~');
        while (at >= 0)
        {
            char letter = text[at];
            bool isPair = char.IsHighSurrogate(letter) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
            if (!isPair && !IsKnown(letter) && !(letter == '\ufeff' && at == 0))
            {
                throw new YamlSyntaxException(
                    PlaceOf(text, at, start), $"The character U+{((int)letter).ToString("X4", CultureInfo.InvariantCulture)} may not stand in YAML.", "Take it out, or write it as an escape between double quotes.");
            }

            at += isPair ? 2 : 1;
            int next = text.AsSpan(at).IndexOfAnyExceptInRange(' ', '~');
            at = next < 0 ? -1 : at + next;
        }

        return text;
    }

    private static string OfBytes(ReadOnlySpan<byte> bytes, TreePlace start)
    {
        if (bytes is [0xff, 0xfe, ..] or [0xfe, 0xff, ..])
        {
            throw new YamlSyntaxException(start, "This is UTF-16, not UTF-8.", "Save the file as UTF-8.");
        }

        ReadOnlySpan<byte> text = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        try
        {
            return Checked(_strictUtf8.GetString(text), start);
        }
        catch (DecoderFallbackException e)
        {
            string before = Encoding.UTF8.GetString(text[..FirstInvalid(text)]);
            throw new YamlSyntaxException(PlaceOf(before, before.Length, start), "Here stands a byte that is not UTF-8.", "Save the file as UTF-8.", e);
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        while (at < bytes.Length && Rune.DecodeFromUtf8(bytes[at..], out _, out int length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    private static bool IsKnown(char letter) =>
        letter is '\t' or '\n' or '\r' or (>= ' ' and <= '~') or '\u0085' or (>= '\u00a0' and <= '\ud7ff') or (>= '\ue000' and <= '\ufffd' and not '\ufeff');

    private static TreePlace PlaceOf(string text, int at, TreePlace start)
    {
        ReadOnlySpan<char> before = text.AsSpan(0, at);
        return start with { Line = before.Count('\n') + 1, Column = at - before.LastIndexOf('\n') };
    }

    private static YamlSyntaxException TooLong(TreePlace start, long length) => new(
        start,
        $"This has {length.ToString("N0", CultureInfo.InvariantCulture)} bytes; at most {MaxBytes.ToString("N0", CultureInfo.InvariantCulture)} are read.",
        "Is it the right file?");
}
