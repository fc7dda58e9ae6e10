namespace ServerlessCompute;

/// <summary>
/// What a command's text refers to, and what in it only looks like a reference. One pass: the time grows with the length of the
/// text, whatever is in it.
/// </summary>
internal sealed class CommandScan
{
    private static readonly string[] _scopes = [CommandReference.Inputs, CommandReference.Outputs, CommandReference.SearchSpace];

    private readonly string _text;
    private readonly List<CommandReference> _references = [];
    private readonly List<string> _singleBraces = [];
    private int _at;
    private char _quote;
    private bool _isInBlock;

    public CommandScan(string text)
    {
        _text = text;
        while (_at < text.Length)
        {
            Step();
        }

        HasUnclosedBlock = _isInBlock;
    }

    /// <summary>All <c>${{…}}</c> that are closed.</summary>
    public IReadOnlyList<CommandReference> References => _references;

    /// <summary>All <c>{inputs.x}</c> and the like, as written.</summary>
    public IReadOnlyList<string> SingleBraces => _singleBraces;

    /// <summary>The first <c>${inputs.x</c> or the like: what C# makes of <c>$"${{inputs.x}}"</c>. Without the closing brace; or null.</summary>
    public string? BracesEaten { get; private set; }

    /// <summary>The first <c>${{</c> that is not closed with what follows it, or null.</summary>
    public string? UnclosedReference { get; private set; }

    /// <summary>Whether a <c>$[[</c> is not closed.</summary>
    public bool HasUnclosedBlock { get; }

    /// <summary>Whether there is the text of an input's or output's <c>ToString</c>.</summary>
    public bool HasMarker { get; private set; }

    private void Step()
    {
        switch (_text[_at])
        {
            case '\\' when _quote != '\'' && _at + 1 < _text.Length && _text[_at + 1] is '\\' or '\'' or '"':
                _at += 2;
                break;
            case '\'' or '"':
                Quote(_text[_at]);
                _at++;
                break;
            case '$' when Starts("${{"):
                Reference();
                break;
            case '$' when Starts("$[["):
                _isInBlock = true;
                _at += 3;
                break;
            case ']' when _isInBlock && Starts("]]"):
                _isInBlock = false;
                _at += 2;
                break;
            case '$' when ScopeAt(_at + 2) is { } scope && Starts("${"):
                BracesEaten ??= $"${{{scope}.{WordAt(_at + 3 + scope.Length)}";
                _at += 2;
                break;
            case '{' when ScopeAt(_at + 1) is { } scope && WordAt(_at + 2 + scope.Length) is { Length: > 0 } name:
                _at += 2 + scope.Length + name.Length;
                if (_at < _text.Length && _text[_at] == '}')
                {
                    _singleBraces.Add($"{{{scope}.{name}}}");
                }

                break;
            default:
                HasMarker |= _text[_at] == HoleMarker.Opening[0] && (Starts(HoleMarker.Opening + "input ") || Starts(HoleMarker.Opening + "output "));
                _at++;
                break;
        }
    }

    private void Quote(char mark)
    {
        if (_quote == '\0')
        {
            _quote = mark;
        }
        else if (_quote == mark)
        {
            _quote = '\0';
        }
    }

    private void Reference()
    {
        int start = _at + 3;
        for (_at = start; _at < _text.Length; _at++)
        {
            if (Starts("}}"))
            {
                Add(_text.AsSpan(start, _at - start).Trim());
                _at += 2;
                return;
            }

            if (Starts("${{"))
            {
                break;
            }
        }

        UnclosedReference ??= _text.Substring(start - 3, Math.Min(_at - start + 3, 40));
    }

    private void Add(ReadOnlySpan<char> content)
    {
        int dot = content.IndexOf('.');
        _references.Add(dot < 0
            ? new CommandReference(content.ToString(), null, _isInBlock, _quote)
            : new CommandReference(content[..dot].Trim().ToString(), content[(dot + 1)..].Trim().ToString(), _isInBlock, _quote));
    }

    private bool Starts(string opening) => _text.AsSpan(_at).StartsWith(opening, StringComparison.Ordinal);

    /// <summary>The scope whose name and a dot are at that place, or null.</summary>
    private string? ScopeAt(int at)
    {
        foreach (string scope in _scopes)
        {
            if (at + scope.Length < _text.Length && _text[at + scope.Length] == '.' && _text.AsSpan(at).StartsWith(scope, StringComparison.Ordinal))
            {
                return scope;
            }
        }

        return null;
    }

    private string WordAt(int at)
    {
        int end = at;
        while (end < _text.Length && (char.IsAsciiLetterOrDigit(_text[end]) || _text[end] == '_'))
        {
            end++;
        }

        return _text[at..end];
    }
}
