using System.Diagnostics.CodeAnalysis;

namespace ServerlessCompute;

/// <summary>Numbers for texts, equal for equal texts, without making strings of them.</summary>
internal sealed class Utf8Numbers
{
    private readonly Dictionary<byte[], int> _numbers = new(new Bytes());
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> _bySpan;

    public Utf8Numbers() => _bySpan = _numbers.GetAlternateLookup<ReadOnlySpan<byte>>();

    public int Of(ReadOnlySpan<byte> text)
    {
        if (!_bySpan.TryGetValue(text, out int number))
        {
            _bySpan[text] = number = _numbers.Count;
        }

        return number;
    }

    private sealed class Bytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
