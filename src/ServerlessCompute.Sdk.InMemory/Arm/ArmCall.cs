namespace ServerlessCompute;

/// <summary>A request that a route was found for.</summary>
internal sealed class ArmCall
{
    private string[]? _query;

    public required EngineRequest Request { get; init; }

    /// <summary>The parts of the path that the route left open, in their order, unescaped.</summary>
    public required IReadOnlyList<string> Parts { get; init; }

    public required bool IsDataPlane { get; init; }

    public ApiVersion Version { get; set; } = ApiVersion.Default;

    public CancellationToken Aborted { get; init; }

    /// <summary>The value of a query member, unescaped, or null.</summary>
    public string? Query(string name)
    {
        _query ??= Request.Uri.Query.Length > 1 ? Request.Uri.Query[1..].Split('&') : [];
        foreach (string member in _query)
        {
            int equals = member.IndexOf('=', StringComparison.Ordinal);
            ReadOnlySpan<char> key = equals < 0 ? member : member.AsSpan(0, equals);
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase)
                || (key.StartsWith("%24", StringComparison.Ordinal) && name.StartsWith('$') && key[3..].Equals(name.AsSpan(1), StringComparison.OrdinalIgnoreCase)))
            {
                return equals < 0 ? "" : Uri.UnescapeDataString(member[(equals + 1)..].Replace('+', ' '));
            }
        }

        return null;
    }
}
