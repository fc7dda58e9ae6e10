using System.Globalization;

namespace ServerlessCompute;

/// <summary>Reads the little language of filters and orders, word by word.</summary>
internal sealed class MlflowText(string text)
{
    private const string Breaks = "=<>!(),'\"`";

    private int _position;

    public bool IsAtEnd
    {
        get
        {
            SkipBlanks();
            return _position == text.Length;
        }
    }

    /// <summary>A key: <c>start_time</c>, <c>metrics.loss</c>, <c>params.`odd name`</c>.</summary>
    public MlflowKey Key(MlflowVocabulary vocabulary)
    {
        SkipBlanks();
        if (Quoted('`') is { } attribute)
        {
            return vocabulary.Key(null, attribute);
        }

        string word = Word();
        int dot = word.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            return vocabulary.Key(null, word);
        }

        string name = dot < word.Length - 1 ? word[(dot + 1)..]
            : Quoted('`') ?? Quoted('"') ?? throw Wrong("a name is missing behind the dot");
        return vocabulary.Key(word[..dot], name);
    }

    public MlflowOperator Operator()
    {
        foreach ((string sign, MlflowOperator meaning) in Signs)
        {
            if (TrySign(sign))
            {
                return meaning;
            }
        }

        return TryWord("LIKE") ? MlflowOperator.Like
            : TryWord("ILIKE") ? MlflowOperator.ILike
            : TryWord("IN") ? MlflowOperator.In
            : TryWord("NOT") && TryWord("IN") ? MlflowOperator.NotIn
            : TryWord("IS") ? IsNullOrNot()
            : throw Wrong("a comparison is missing: =, !=, <, <=, >, >=, LIKE, ILIKE, IN, NOT IN, IS NULL, IS NOT NULL");
    }

    public double Number()
    {
        SkipBlanks();
        int start = _position;
        while (_position < text.Length && (char.IsAsciiLetterOrDigit(text[_position]) || "+-.".Contains(text[_position], StringComparison.Ordinal)))
        {
            _position++;
        }

        return double.TryParse(text.AsSpan(start, _position - start), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : throw Wrong("a number is missing", start);
    }

    public string String()
    {
        SkipBlanks();
        return Quoted('\'') ?? Quoted('"') ?? throw Wrong("a text in quotation marks is missing");
    }

    public IReadOnlyList<string> Strings()
    {
        if (!TrySign("("))
        {
            throw Wrong("a list in parentheses is missing");
        }

        List<string> strings = [String()];
        while (TrySign(","))
        {
            strings.Add(String());
        }

        return TrySign(")") ? strings : throw Wrong("the list does not end with ')'");
    }

    /// <summary>Takes the word when it comes next, in any case.</summary>
    public bool TryWord(string word)
    {
        SkipBlanks();
        int end = _position + word.Length;
        if (string.Compare(text, _position, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0
            || (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_')))
        {
            return false;
        }

        _position = end;
        return true;
    }

    public MlflowException Wrong(string what, int? position = null) =>
        MlflowException.InvalidParameter($"'{text}' cannot be read: at character {(position ?? _position) + 1}, {what}.");

    private static readonly (string Sign, MlflowOperator Meaning)[] Signs =
    [
        ("!=", MlflowOperator.NotEqual),
        ("<=", MlflowOperator.LessOrEqual),
        (">=", MlflowOperator.GreaterOrEqual),
        ("=", MlflowOperator.Equal),
        ("<", MlflowOperator.Less),
        (">", MlflowOperator.Greater),
    ];

    private MlflowOperator IsNullOrNot()
    {
        MlflowOperator op = TryWord("NOT") ? MlflowOperator.IsNotNull : MlflowOperator.IsNull;
        return TryWord("NULL") ? op : throw Wrong("NULL is missing");
    }

    private void SkipBlanks()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
        {
            _position++;
        }
    }

    private string Word()
    {
        int start = _position;
        while (_position < text.Length && !char.IsWhiteSpace(text[_position]) && !Breaks.Contains(text[_position], StringComparison.Ordinal))
        {
            _position++;
        }

        return _position > start ? text[start.._position] : throw Wrong("a name is missing");
    }

    private string? Quoted(char quote)
    {
        if (_position == text.Length || text[_position] != quote)
        {
            return null;
        }

        int end = text.IndexOf(quote, _position + 1);
        if (end < 0)
        {
            throw Wrong($"the quotation mark {quote} is not closed");
        }

        string quoted = text[(_position + 1)..end];
        _position = end + 1;
        return quoted;
    }

    private bool TrySign(string sign)
    {
        SkipBlanks();
        if (string.CompareOrdinal(text, _position, sign, 0, sign.Length) != 0)
        {
            return false;
        }

        _position += sign.Length;
        return true;
    }
}
