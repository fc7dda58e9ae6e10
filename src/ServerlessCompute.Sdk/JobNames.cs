using System.Security.Cryptography;
using System.Text;

namespace ServerlessCompute;

/// <summary>Names for jobs that have none: two words and ten random letters, or, for an operation's id, its hash.</summary>
internal static class JobNames
{
    private const string Letters = "bcdfghjklmnpqrstvwxyz0123456789";

    private static readonly string[] _adjectives =
    [
        "amber", "brave", "brisk", "calm", "clear", "crisp", "eager", "fair", "gentle", "glad", "green", "happy", "keen", "kind",
        "lively", "lucky", "mellow", "merry", "neat", "noble", "polite", "proud", "quick", "quiet", "ready", "rosy", "silver",
        "smart", "sunny", "swift", "tidy", "warm",
    ];

    private static readonly string[] _nouns =
    [
        "apple", "badger", "beacon", "birch", "brook", "cedar", "cloud", "comet", "coral", "crane", "falcon", "fern", "garden",
        "harbor", "heron", "island", "lantern", "maple", "meadow", "orchid", "otter", "owl", "pebble", "planet", "quartz", "river",
        "robin", "spruce", "squash", "thistle", "valley", "willow",
    ];

    public static string Fresh(IdSource ids)
    {
        Span<byte> bytes = stackalloc byte[16];
        ids.NewGuid().TryWriteBytes(bytes);
        return Make(bytes);
    }

    /// <summary>The same name for the same id, on every machine.</summary>
    public static string FromOperation(string operationId)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(operationId), hash);
        return Make(hash);
    }

    private static string Make(ReadOnlySpan<byte> random)
    {
        var name = new StringBuilder(40);
        name.Append(_adjectives[random[0] % _adjectives.Length]).Append('_').Append(_nouns[random[1] % _nouns.Length]).Append('_');
        // The first bytes of a GUID's tail carry its version and variant bits; ten others remain.
        foreach (int at in (ReadOnlySpan<int>)[2, 3, 4, 5, 9, 10, 11, 12, 13, 14])
        {
            name.Append(Letters[random[at] % Letters.Length]);
        }

        return name.ToString();
    }
}
