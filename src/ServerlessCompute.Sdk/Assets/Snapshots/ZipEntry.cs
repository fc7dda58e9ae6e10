using System.Buffers.Binary;
using System.Text;

namespace ServerlessCompute;

/// <summary>One entry of a zip archive, as the two records that describe it. Sizes and counts beyond 32 and 16 bits use the format's extension.</summary>
/// <param name="Name">The entry's place; that of a folder ends with a slash.</param>
/// <param name="Checksum">The CRC-32 of its bytes.</param>
/// <param name="Length">How many bytes it has.</param>
/// <param name="Mode">What it is and who may do what, in the way of Unix.</param>
/// <param name="Offset">Where in the archive it begins.</param>
internal sealed record ZipEntry(string Name, uint Checksum, long Length, int Mode, long Offset)
{
    private const uint Large = 0xFFFFFFFF;
    private const ushort Many = 0xFFFF;

    /// <summary>The first of January 1980, the oldest date that the format knows.</summary>
    private const ushort Date = 0x21;

    private const ushort Plain = 20;
    private const ushort Extended = 45;

    private readonly byte[] _name = Encoding.UTF8.GetBytes(Name);

    public static ZipEntry Folder(string name) => new(name, 0, 0, Convert.ToInt32("40755", 8), 0);

    public static ZipEntry File(SnapshotFile file, uint checksum, long offset) =>
        new(file.RelativePath, checksum, file.Length, Convert.ToInt32(IsProgram(file) ? "100755" : "100644", 8), offset);

    /// <summary>The record in front of the entry's bytes.</summary>
    public byte[] LocalHeader()
    {
        bool isLarge = Length >= Large;
        byte[] header = new byte[30];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034b50);
        WriteCommon(header.AsSpan(4), isLarge ? Extended : Plain, isLarge ? Large : (uint)Length, isLarge ? 20 : 0);
        return [.. header, .. _name, .. isLarge ? Extension(Length, Length) : []];
    }

    /// <summary>All entries once more, behind the last, and where they are.</summary>
    public static byte[] Directory(IReadOnlyCollection<ZipEntry> entries, long offset)
    {
        byte[] records = [.. entries.SelectMany(static entry => entry.CentralHeader())];
        bool isLarge = entries.Count >= Many || offset + records.Length >= Large;
        byte[] end = new byte[22];
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054b50);
        ushort count = isLarge ? Many : (ushort)entries.Count;
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(8), count);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(10), count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), isLarge ? Large : (uint)records.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), isLarge ? Large : (uint)offset);
        return [.. records, .. isLarge ? ExtendedEnd(entries.Count, records.Length, offset) : [], .. end];
    }

    private static byte[] ExtendedEnd(long count, long size, long offset)
    {
        byte[] end = new byte[56 + 20];
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06064b50);
        BinaryPrimitives.WriteInt64LittleEndian(end.AsSpan(4), 44);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(12), Extended);
        BinaryPrimitives.WriteUInt16LittleEndian(end.AsSpan(14), Extended);
        BinaryPrimitives.WriteInt64LittleEndian(end.AsSpan(24), count);
        BinaryPrimitives.WriteInt64LittleEndian(end.AsSpan(32), count);
        BinaryPrimitives.WriteInt64LittleEndian(end.AsSpan(40), size);
        BinaryPrimitives.WriteInt64LittleEndian(end.AsSpan(48), offset);

        // Where the record above is: what reads from the end finds this first.
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(56), 0x07064b50);
        BinaryPrimitives.WriteInt64LittleEndian(end.AsSpan(64), offset + size);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(72), 1);
        return end;
    }

    private byte[] CentralHeader()
    {
        bool isLarge = Length >= Large || Offset >= Large;
        byte[] header = new byte[46];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x02014b50);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(4), (3 << 8) | Plain);
        WriteCommon(header.AsSpan(6), isLarge ? Extended : Plain, isLarge ? Large : (uint)Length, isLarge ? 28 : 0);
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(38), ((uint)Mode << 16) | (Name.EndsWith('/') ? 0x10u : 0));
        BinaryPrimitives.WriteUInt32LittleEndian(header.AsSpan(42), isLarge ? Large : (uint)Offset);
        return [.. header, .. _name, .. isLarge ? Extension(Length, Length, Offset) : []];
    }

    private void WriteCommon(Span<byte> header, ushort version, uint length, int extension)
    {
        bool isAscii = _name.Length == Name.Length;
        BinaryPrimitives.WriteUInt16LittleEndian(header, version);
        BinaryPrimitives.WriteUInt16LittleEndian(header[2..], isAscii ? (ushort)0 : (ushort)0x800);
        BinaryPrimitives.WriteUInt16LittleEndian(header[8..], Date);
        BinaryPrimitives.WriteUInt32LittleEndian(header[10..], Checksum);
        BinaryPrimitives.WriteUInt32LittleEndian(header[14..], length);
        BinaryPrimitives.WriteUInt32LittleEndian(header[18..], length);
        BinaryPrimitives.WriteUInt16LittleEndian(header[22..], checked((ushort)_name.Length));
        BinaryPrimitives.WriteUInt16LittleEndian(header[24..], (ushort)extension);
    }

    private static byte[] Extension(params ReadOnlySpan<long> numbers)
    {
        byte[] extension = new byte[4 + (8 * numbers.Length)];
        BinaryPrimitives.WriteUInt16LittleEndian(extension, 1);
        BinaryPrimitives.WriteUInt16LittleEndian(extension.AsSpan(2), (ushort)(8 * numbers.Length));
        for (int i = 0; i < numbers.Length; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(extension.AsSpan(4 + (8 * i)), numbers[i]);
        }

        return extension;
    }

    private static bool IsProgram(SnapshotFile file) =>
        !OperatingSystem.IsWindows()
        && (System.IO.File.GetUnixFileMode(file.SourcePath) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != UnixFileMode.None;
}
