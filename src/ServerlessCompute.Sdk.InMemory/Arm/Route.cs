namespace ServerlessCompute;

/// <summary>Where a kind of request goes.</summary>
/// <param name="Area">The part of the address space that the path is relative to.</param>
/// <param name="Method">The verb in capitals.</param>
/// <param name="Path">The path below the area's prefix; a segment in braces is left open, <c>{*}</c> at the end takes all the rest.</param>
/// <param name="Handle">Answers it.</param>
internal sealed record Route(RouteArea Area, string Method, string Path, Func<ArmCall, ValueTask<EngineResponse>> Handle)
{
    private readonly string[] _segments = Path.Length == 0 ? [] : Path.Split('/');

    public Route(RouteArea area, string method, string path, Func<ArmCall, EngineResponse> handle)
        : this(area, method, path, call => new ValueTask<EngineResponse>(handle(call)))
    {
    }

    /// <summary>The open parts of a path that this route fits, or null.</summary>
    public List<string>? Match(string[] segments)
    {
        bool rest = _segments.Length > 0 && _segments[^1] == "{*}";
        if (rest ? segments.Length < _segments.Length - 1 : segments.Length != _segments.Length)
        {
            return null;
        }

        int compared = rest ? _segments.Length - 1 : _segments.Length;
        for (int i = 0; i < compared; i++)
        {
            if (_segments[i][0] != '{' && !_segments[i].Equals(segments[i], StringComparison.OrdinalIgnoreCase))
            {
                return null;
            }
        }

        var parts = new List<string>(4);
        for (int i = 0; i < compared; i++)
        {
            if (_segments[i][0] == '{')
            {
                parts.Add(Uri.UnescapeDataString(segments[i]));
            }
        }

        if (rest)
        {
            parts.Add(Uri.UnescapeDataString(string.Join('/', segments[compared..])));
        }

        return parts;
    }
}
