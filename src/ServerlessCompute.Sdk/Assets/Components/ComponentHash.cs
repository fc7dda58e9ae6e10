using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ServerlessCompute;

/// <summary>
/// What a component is known by, made from its specification as it is sent, where code and environment are ids already. The definition is
/// the reference client's, so that a component registered by it and by this library is one.
/// </summary>
internal static class ComponentHash
{
    /// <summary>The version under which a component without a name is registered: neither name nor version count.</summary>
    public static Guid OfAnonymous(JsonElement spec) => Of(PythonJson.Write(spec, "name", "version", "id", "_source"));

    /// <summary>The property by which a client sees that a named component is what it has itself.</summary>
    public static Guid OfNamed(JsonElement spec) => Of(PythonJson.Write(spec, "version", "_source"));

    /// <summary>The first half of the hash, digit by digit.</summary>
    private static Guid Of(string json) => Guid.ParseExact(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(json)).AsSpan(0, 16)), "N");
}
