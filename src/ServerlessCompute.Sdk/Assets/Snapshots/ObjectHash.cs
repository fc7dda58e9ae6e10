using System.Security.Cryptography;
using System.Text;

namespace ServerlessCompute;

/// <summary>
/// The hash that decides where local data is uploaded to: SHA-256 over a seed, then, folder by folder, the bare name of each entry and
/// the bytes of each file. The definition is the reference client's, so that data a Python colleague uploaded is found. It has no
/// separators: two trees may share a hash, which the upload watches for.
/// </summary>
internal static class ObjectHash
{
    private const string Seed = "Initialize for october 2021 AML CLI version";

    /// <summary>Reads and hashes what the snapshot was taken of: taking it has shown that every link leads somewhere and none in a circle.</summary>
    /// <exception cref="JobAssetException">A file cannot be read, or changed meanwhile.</exception>
    public static string Compute(Snapshot data, SnapshotRules rules, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(Seed));
        HashFeed.Run(hash, data.Bytes, sink => CopyTo(sink, data, rules, cancellationToken), cancellationToken);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void CopyTo(ByteSink sink, Snapshot data, SnapshotRules rules, CancellationToken cancellationToken)
    {
        if (data.IsFile)
        {
            FileContent.CopyTo(data.Files[0], sink, cancellationToken);
        }
        else
        {
            CopyFolderTo(sink, data.SourcePath, IgnoreFile.Read(data.SourcePath, rules.ExtraPatterns), cancellationToken);
        }
    }

    private static void CopyFolderTo(ByteSink sink, string root, IgnoreScope rootScope, CancellationToken cancellationToken)
    {
        var rest = new Stack<(FolderEntry Entry, IgnoreScope Scope)>();
        PushEntries(root, rootScope);
        while (rest.TryPop(out (FolderEntry Entry, IgnoreScope Scope) next))
        {
            cancellationToken.ThrowIfCancellationRequested();
            (FolderEntry entry, IgnoreScope scope) = next;
            if (scope.Ignores(entry.Name))
            {
                continue;
            }

            sink.Write(Encoding.UTF8.GetBytes(entry.Name));
            string? target = entry.MayBeLink && new FileInfo(entry.FullPath).LinkTarget is not null ? RealPath.Resolve(entry.FullPath) : null;
            string path = target ?? entry.FullPath;
            if (target is null ? entry.IsFolder : Directory.Exists(path))
            {
                PushEntries(path, target is null ? scope.Enter(entry.Name) : rootScope.EnterRelative(root, path));
            }
            else
            {
                var file = new FileInfo(path);
                FileContent.CopyTo(new SnapshotFile(entry.Name, path, file.Length, file.LastWriteTimeUtc), sink, cancellationToken);
            }
        }

        void PushEntries(string folder, IgnoreScope scope)
        {
            if (scope.IgnoresEverything)
            {
                return;
            }

            foreach (FolderEntry entry in CodePointOrder.SortForHash(FolderReader.Read(folder, new IgnoreView([scope], IsNested: false)), e => e.Name).Reverse())
            {
                rest.Push((entry, scope));
            }
        }
    }
}
