using System.Security.Cryptography;
using System.Text;

namespace ServerlessCompute;

/// <summary>
/// The version under which an environment described in place is registered: a hash of what it is made from, as the reference client makes
/// it, so that environments registered by it and by this library are one.
/// </summary>
internal static class EnvironmentHash
{
    public static string OfImage(string image, string? condaFile) =>
        Sha256(condaFile is null ? Sha256(image) : Interleave(Sha256(image), Sha256(condaFile)));

    /// <param name="objectHash">The build context's hash.</param>
    /// <param name="dockerfilePath">The Dockerfile's path as the job gives it, or null.</param>
    public static string OfBuild(string objectHash, string? dockerfilePath) =>
        Sha256(dockerfilePath is null ? Sha256(objectHash) : Interleave(Sha256(objectHash), Sha256(dockerfilePath)));

    /// <summary>The first text between every two characters of the second: a slip of the reference client that became its contract.</summary>
    private static string Interleave(string separator, string text) => string.Join(separator, text.ToCharArray());

    private static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
