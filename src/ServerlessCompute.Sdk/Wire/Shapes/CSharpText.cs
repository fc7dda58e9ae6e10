using System.Globalization;
using System.Text;

namespace ServerlessCompute;

/// <summary>C# expressions while they are written. What fits on a line stands on one; what does not has a line for each part.</summary>
internal sealed class CSharpText
{
    private const int LineWidth = 120;

    private const string Indent = "    ";

    private readonly StringBuilder _text = new();

    public CSharpText Append(string code)
    {
        _text.Append(code);
        return this;
    }

    /// <summary>A text as a literal.</summary>
    public CSharpText Text(string value)
    {
        _text.Append('"');
        foreach (char letter in value)
        {
            _ = letter switch
            {
                '"' => _text.Append("\\\""),
                '\\' => _text.Append("\\\\"),
                '\n' => _text.Append("\\n"),
                '\r' => _text.Append("\\r"),
                '\t' => _text.Append("\\t"),
                _ when char.IsControl(letter) || char.IsSurrogate(letter) || letter is '\u2028' or '\u2029' or '\u0085' or '\ufeff' =>
                    _text.Append("\\u").Append(((int)letter).ToString("x4", CultureInfo.InvariantCulture)),
                _ => _text.Append(letter),
            };
        }

        _text.Append('"');
        return this;
    }

    /// <summary>A number as a literal of type double.</summary>
    public CSharpText Number(double value) => Append(value switch
    {
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        _ when double.IsInteger(value) && Math.Abs(value) < int.MaxValue && !(value == 0 && double.IsNegative(value)) => ((long)value).ToString(CultureInfo.InvariantCulture),
        _ => Real(value.ToString("R", CultureInfo.InvariantCulture)),
    });

    /// <summary>A duration in the largest unit that makes it whole.</summary>
    public CSharpText Duration(TimeSpan value)
    {
        (long ticks, string unit)[] units =
        [
            (TimeSpan.TicksPerDay, "Days"), (TimeSpan.TicksPerHour, "Hours"), (TimeSpan.TicksPerMinute, "Minutes"), (TimeSpan.TicksPerSecond, "Seconds"),
        ];
        foreach ((long ticks, string unit) in units)
        {
            if (value.Ticks % ticks == 0 && Math.Abs(value.Ticks / ticks) <= int.MaxValue)
            {
                return Append(string.Create(CultureInfo.InvariantCulture, $"TimeSpan.From{unit}({value.Ticks / ticks})"));
            }
        }

        return Append(string.Create(CultureInfo.InvariantCulture, $"TimeSpan.FromTicks({value.Ticks}L)"));
    }

    /// <summary>A JSON value.</summary>
    public CSharpText Json(RawJson value) =>
        value.IsNull ? Append("default")
        : value.Text is { } text ? Append("(RawJson)").Text(text)
        : Literal(value) is { } literal ? Append(literal[0] == '-' ? $"(RawJson)({literal})" : $"(RawJson){literal}")
        : Append("RawJson.Parse(").Text(value.ToString()).Append(")");

    /// <summary>The literal of type bool, int or double that becomes the same JSON; null if there is none.</summary>
    public static string? Literal(RawJson value)
    {
        string json = value.ToString();
        bool isFlag = value == (RawJson)true || value == (RawJson)false;
        bool isWhole = int.TryParse(json, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int whole) && value == (RawJson)whole;
        bool isReal = json.AsSpan().IndexOfAny('.', 'E') >= 0
            && double.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out double real) && double.IsFinite(real) && value == (RawJson)real;
        return isFlag || isWhole || isReal ? json : null;
    }

    public CSharpText List<T>(IEnumerable<T> items, Action<CSharpText, T> write) =>
        Brackets("[", items.Select(item => Of(text => write(text, item))), "]");

    public CSharpText Map<T>(IEnumerable<KeyValuePair<string, T>> entries, Action<CSharpText, T> write) =>
        Brackets("[", entries.Select(entry => Of(text => write(text.Append("new(").Text(entry.Key).Append(", "), entry.Value)) + ")"), "]");

    /// <summary>A new object with what is set in it.</summary>
    public CSharpText New(string type, IEnumerable<KeyValuePair<string, Action<CSharpText>>> members, Action<CSharpText>? arguments = null)
    {
        string[] parts = [.. members.Select(member => $"{member.Key} = {Of(member.Value)}")];
        string start = arguments is null ? $"new {type}" : $"new {type}({Of(arguments)})";
        return parts.Length == 0 ? Append(arguments is null ? start + "()" : start) : Brackets(start + " { ", parts, " }");
    }

    /// <summary>A chain of verbs behind an expression.</summary>
    public CSharpText Chain(IEnumerable<string> verbs)
    {
        string[] parts = [.. verbs];
        if (parts.Length > 0)
        {
            _text.Append(string.Concat(parts.Select(part => $"\n{Indent}.{part.Replace("\n", "\n" + Indent, StringComparison.Ordinal)}")));
        }

        return this;
    }

    /// <summary>A call.</summary>
    public CSharpText Call(string method, params IEnumerable<string> arguments) => Brackets(method + "(", arguments, ")");

    public override string ToString() => _text.ToString();

    /// <summary>The text of an expression by itself.</summary>
    public static string Of(Action<CSharpText> write)
    {
        var text = new CSharpText();
        write(text);
        return text.ToString();
    }

    private static string Real(string text) => text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + "d" : text;

    private CSharpText Brackets(string open, IEnumerable<string> parts, string close)
    {
        string[] all = [.. parts];
        string oneLine = $"{open}{string.Join(", ", all)}{close}";
        if (all.Length == 0 || (oneLine.Length < LineWidth && !oneLine.Contains('\n', StringComparison.Ordinal)))
        {
            return Append(oneLine);
        }

        bool isCall = open.EndsWith('(');
        if (isCall && all.Length == 1)
        {
            return Append(oneLine);
        }

        string lines = string.Concat(all.Select(part => $"\n{Indent}{part.Replace("\n", "\n" + Indent, StringComparison.Ordinal)},"));
        return open.EndsWith(" { ", StringComparison.Ordinal)
            ? Append($"{open[..^3]}\n{{{lines}\n}}")
            : Append(isCall ? $"{open}{lines[..^1]}{close}" : $"{open}{lines}\n{close}");
    }
}
