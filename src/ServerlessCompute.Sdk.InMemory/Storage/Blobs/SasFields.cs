namespace ServerlessCompute;

/// <summary>The fields of a shared access signature and the two texts that are signed (the service's documented "string-to-sign", versions from 2020-12-06 on).</summary>
internal sealed record SasFields
{
    public string Version { get; init; } = "";

    /// <summary><c>b</c> a blob, <c>c</c> a container; empty for an account's signature.</summary>
    public string Resource { get; init; } = "";

    public string Services { get; init; } = "";

    public string ResourceTypes { get; init; } = "";

    public string Permissions { get; init; } = "";

    public string Starts { get; init; } = "";

    public string Expires { get; init; } = "";

    public string Identifier { get; init; } = "";

    public string Ip { get; init; } = "";

    public string Protocol { get; init; } = "";

    public string Snapshot { get; init; } = "";

    public string EncryptionScope { get; init; } = "";

    /// <summary>rscc, rscd, rsce, rscl, rsct: headers that the answer shall carry.</summary>
    public IReadOnlyList<string> ResponseHeaders { get; init; } = ["", "", "", "", ""];

    public static SasFields From(StorageQuery query)
    {
        return new SasFields
        {
            Version = Get("sv"),
            Resource = Get("sr"),
            Services = Get("ss"),
            ResourceTypes = Get("srt"),
            Permissions = Get("sp"),
            Starts = Get("st"),
            Expires = Get("se"),
            Identifier = Get("si"),
            Ip = Get("sip"),
            Protocol = Get("spr"),
            Snapshot = Get("snapshot"),
            EncryptionScope = Get("ses"),
            ResponseHeaders = [Get("rscc"), Get("rscd"), Get("rsce"), Get("rscl"), Get("rsct")],
        };

        string Get(string name) => query[name] ?? "";
    }

    public string ServiceText(string account, string container, string? blob) => string.Join(
        '\n',
        [
            Permissions, Starts, Expires, blob is null ? $"/blob/{account}/{container}" : $"/blob/{account}/{container}/{blob}",
            Identifier, Ip, Protocol, Version, Resource, Snapshot, EncryptionScope, .. ResponseHeaders,
        ]);

    public string AccountText(string account) =>
        $"{account}\n{Permissions}\n{Services}\n{ResourceTypes}\n{Starts}\n{Expires}\n{Ip}\n{Protocol}\n{Version}\n{EncryptionScope}\n";
}
