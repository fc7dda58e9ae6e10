using System.Buffers.Binary;

namespace ServerlessCompute;

/// <summary>
/// Chance as a function: the same seed and names always give the same draw, whatever else was drawn before. Integer arithmetic only, so
/// that every machine agrees.
/// </summary>
internal static class Draw
{
    /// <summary>64 random bits: FNV-1a over the names, then the finisher of SplitMix64.</summary>
    public static ulong Bits(int seed, string name, string what)
    {
        ulong hash = 14695981039346656037UL ^ (uint)seed;
        hash = Mix(Mix(hash, name) * 1099511628211UL, what);
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9UL;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBUL;
        return hash ^ (hash >> 31);
    }

    /// <summary>A number from 0 up to, not including, <paramref name="limit"/>.</summary>
    public static int Below(int seed, string name, string what, int limit) =>
        (int)(((UInt128)Bits(seed, name, what) * (uint)limit) >> 64);

    /// <summary>A number from 0 up to, not including, 1, in steps of 2^-53.</summary>
    public static double Unit(int seed, string name, string what) => (Bits(seed, name, what) >> 11) * (1.0 / (1L << 53));

    /// <summary>An id that is a function of the seed and the names.</summary>
    public static Guid Id(int seed, string name, string what)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, Bits(seed, name, what));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], Bits(~seed, what, name));

        // The marks of a version 4 id.
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes);
    }

    private static ulong Mix(ulong hash, string text)
    {
        foreach (char c in text)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return hash;
    }
}
