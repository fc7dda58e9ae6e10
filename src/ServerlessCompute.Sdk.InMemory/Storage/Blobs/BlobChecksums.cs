using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ServerlessCompute;

/// <summary>The two checksums that the blob service knows: MD5 and its own CRC-64.</summary>
internal static class BlobChecksums
{
    // The polynomial of the NVM Express CRC-64, reflected, which Azure Storage uses.
    private const ulong Polynomial = 0x9A6C9329AC4BC9B5;

    private static readonly ulong[] Table = MakeTable();

#pragma warning disable CA5351 // Part of the protocol; it guards against accidents, not attackers.
    public static byte[] Md5(ReadOnlySpan<byte> bytes) => MD5.HashData(bytes);
#pragma warning restore CA5351

    /// <summary>The CRC-64 as the header carries it: eight bytes, the least significant first.</summary>
    public static byte[] Crc64(ReadOnlySpan<byte> bytes)
    {
        ulong crc = ulong.MaxValue;
        foreach (byte b in bytes)
        {
            crc = Table[(byte)(crc ^ b)] ^ (crc >> 8);
        }

        byte[] result = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(result, ~crc);
        return result;
    }

    /// <summary>Refuses a body that is not what its checksum headers say.</summary>
    public static void Check(BlobCall call)
    {
        if (call.Header("Content-MD5") is { Length: > 0 } md5 && !string.Equals(md5, Convert.ToBase64String(Md5(call.Body.Span)), StringComparison.Ordinal))
        {
            throw BlobException.Md5Mismatch();
        }

        if (call.Header("x-ms-content-crc64") is { Length: > 0 } crc && !string.Equals(crc, Convert.ToBase64String(Crc64(call.Body.Span)), StringComparison.Ordinal))
        {
            throw BlobException.Crc64Mismatch();
        }
    }

    private static ulong[] MakeTable()
    {
        ulong[] table = new ulong[256];
        for (uint i = 0; i < table.Length; i++)
        {
            ulong entry = i;
            for (int bit = 0; bit < 8; bit++)
            {
                entry = (entry & 1) == 0 ? entry >> 1 : (entry >> 1) ^ Polynomial;
            }

            table[i] = entry;
        }

        return table;
    }
}
