using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ServerlessCompute;

/// <summary>
/// The hash of a code snapshot by which the service finds it again, whoever uploaded it: SHA-256 over the number of files, then
/// <c>#path#size</c> of each, then the bytes of each, as the reference client defines it.
/// </summary>
/// <param name="Hex">64 lower-case digits.</param>
internal readonly record struct ContentHash(string Hex)
{
    /// <summary>The name of this way of hashing, sent beside the hash.</summary>
    public const string Version = "202208";

    /// <summary>The code asset's name: of the content alone, so that two who submit the same code at once register one asset.</summary>
    public Guid CodeName => Guid.ParseExact(Hex.AsSpan(0, 32), "N");

    /// <summary>Reads and hashes the files, which are in the order of <see cref="Snapshot.Files"/>.</summary>
    /// <exception cref="JobAssetException">A file cannot be read, or changed meanwhile.</exception>
    public static ContentHash Compute(IReadOnlyList<SnapshotFile> files, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, files.Count.ToString(CultureInfo.InvariantCulture));
        foreach (SnapshotFile file in files)
        {
            Append(hash, string.Create(CultureInfo.InvariantCulture, $"#{file.RelativePath}#{file.Length}"));
        }

        HashFeed.Run(hash, files.Sum(static file => file.Length), sink => CopyTo(sink, files, cancellationToken), cancellationToken);

        return new ContentHash(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public override string ToString() => Hex;

    private static void CopyTo(ByteSink sink, IReadOnlyList<SnapshotFile> files, CancellationToken cancellationToken)
    {
        foreach (SnapshotFile file in files)
        {
            FileContent.CopyTo(file, sink, cancellationToken);
        }
    }

    private static void Append(IncrementalHash hash, string text) => hash.AppendData(Encoding.UTF8.GetBytes(text));
}
