using System.Security.Cryptography;
using System.Text;

namespace ServerlessCompute;

/// <summary>Local data, or an image's build context, to be uploaded to the workspace's blob store, unless the same is there.</summary>
/// <param name="Snapshot">The files.</param>
/// <param name="Hash">The object hash, which names the place.</param>
internal sealed record DataNeed(Snapshot Snapshot, string Hash) : AssetNeed
{
    /// <summary>Whether an image is built from it.</summary>
    public bool IsBuildContext { get; init; }

    /// <summary>The place in the container, without a slash at its end.</summary>
    public string Location => $"LocalUpload/{Hash}/{Snapshot.Name}";

    /// <summary>
    /// The same at a place of its own, for data that finds something else at the place of its hash: object hashes take some different
    /// trees for one, content hashes do not.
    /// </summary>
    public DataNeed Moved(ContentHash content) =>
        this with { Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Hash + content.Hex))) };

    public override IEnumerable<PlannedAsset> Describe() =>
    [
        new()
        {
            Action = PlannedAction.Upload,
            Kind = IsBuildContext ? PlannedAssetKind.BuildContext : PlannedAssetKind.Data,
            Name = Snapshot.Name,
            Source = Snapshot.SourcePath,
            Place = Location,
            Hash = Hash,
            Files = Snapshot.Describe(),
            Reference = Placeholder,
        },
    ];
}
